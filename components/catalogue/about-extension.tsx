"use client";

import { Copy } from "lucide-react";
import { IconButton } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { copyText } from "@/components/share/hand-over";
import { onRelease, verifyCommands, type Extension } from "@/lib/butane";
import { releaseOfTarget } from "@/lib/state/availability";
import { useComposer } from "@/lib/state/provider";
import styles from "./about-extension.module.css";

/** What an extension brings, what it asks for, and how to see on the node that it works. */
export function AboutExtension(props: {
  extension: Extension;
  onClose: () => void;
}) {
  const { extension, onClose } = props;
  const updated = useComposer(({ preset }) =>
    preset.extensions.chosen.some(
      ({ id, own, updates }) =>
        id === extension.id && !own && updates !== "none",
    ),
  );
  const target = useComposer(({ preset }) => preset.target);
  const release = releaseOfTarget(target);
  const commands = verifyCommands(extension, updated);
  const check = commands.map(({ command }) => command).join("\n");
  const shown = commands
    .map(({ command, shows }) => `# ${shows}\n${command}`)
    .join("\n");
  return (
    <Dialog
      title={extension.title}
      intro={extension.summary}
      width="wide"
      onClose={onClose}
    >
      <div className={styles.about}>
        <List title="Good to know" lines={extension.notes} />
        <List title="On this release" lines={onRelease(extension, release)} />
        <section>
          <h3>
            Check it on the node
            <IconButton
              label="Copy the commands"
              onClick={() => void copyText(check, "commands")}
            >
              <Copy size={14} aria-hidden />
            </IconButton>
          </h3>
          <pre tabIndex={0} aria-label="Commands">
            {shown}
          </pre>
        </section>
        <List title="Ships" lines={extension.ships} mono />
        <List title="Needs" lines={extension.requires.map(named)} />
        <List
          title="Not together with"
          lines={extension.conflicts.map(named)}
        />
      </div>
    </Dialog>
  );
}

/** `builtin:docker` → `the built-in docker`; `a|b` → `a or b`. */
function named(item: string): string {
  return item
    .split("|")
    .map((one) =>
      one
        .replace(/^builtin:/, "the built-in ")
        .replace(/^flatcar:/, "Flatcar’s "),
    )
    .join(" or ");
}

function List(props: {
  title: string;
  lines: readonly string[];
  mono?: boolean;
}) {
  if (props.lines.length === 0) return null;
  return (
    <section>
      <h3>{props.title}</h3>
      <ul data-mono={props.mono || undefined}>
        {props.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
