"use client";

import { Copy } from "lucide-react";
import { copyText } from "@/components/share/hand-over";
import { IconButton } from "@/components/ui/button";
import type { VerifyCommand } from "@/lib/butane";
import styles from "./about-extension.module.css";

interface CommandLinesProps {
  /** What the lines do; names them for a screen reader as well. */
  title: string;
  commands: readonly VerifyCommand[];
  /** What stands before the title for who cannot see what it belongs to. */
  of?: string;
  /** What to know before they are run. */
  notes?: readonly string[];
}

/** Lines for a terminal, each below what it shows. */
export function CommandLines(props: CommandLinesProps) {
  const { title, commands, of, notes = [] } = props;
  if (commands.length === 0 && notes.length === 0) return null;
  const name = of ? `${of}: ${title}` : title;
  const lines = commands.map(({ command }) => `${command}\n`).join("");
  return (
    <section aria-label={name}>
      <h3>
        {title}
        {commands.length > 0 ? (
          <IconButton
            label={`Copy the commands: ${name}`}
            onClick={() => void copyText(lines, "commands")}
          >
            <Copy size={14} aria-hidden />
          </IconButton>
        ) : null}
      </h3>
      {commands.length > 0 ? (
        <pre tabIndex={0} aria-label={`Commands: ${name}`}>
          {commands
            .map(({ command, shows }) =>
              shows === "" ? command : `# ${shows}\n${command}`,
            )
            .join("\n")}
        </pre>
      ) : null}
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </section>
  );
}
