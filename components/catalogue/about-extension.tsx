"use client";

import { Dialog } from "@/components/ui/dialog";
import { onRelease, verifyCommands, type Extension } from "@/lib/butane";
import { releaseOf } from "@/lib/preset/os-release";
import { useComposer } from "@/lib/state/provider";
import styles from "./about-extension.module.css";
import { CommandLines } from "./command-lines";

/** What an extension brings, what it asks for, and how to see on the node that it works. */
export function AboutExtension(props: {
  extension: Extension;
  onClose: () => void;
}) {
  const { extension, onClose } = props;
  const chosen = useComposer(({ preset }) =>
    preset.extensions.chosen.find(({ id, own }) => id === extension.id && !own),
  );
  const updated = chosen !== undefined && chosen.updates !== "none";
  const target = useComposer(({ preset }) => preset.target);
  const release = releaseOf({ target });
  const commands = verifyCommands(extension, updated);
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
        <CommandLines title="Check it on the node" commands={commands} />
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
