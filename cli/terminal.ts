import { isatty } from "node:tty";

/** Options of every command that reports problems. */
export const reportFlags = {
  color: {
    value: "WHEN",
    bare: "always",
    fallback: "auto",
    help: "when to use color: auto, always or never",
  },
  colour: {
    value: "WHEN",
    bare: "always",
    help: "the same as --color",
    hidden: true,
  },
} as const;

export interface TerminalStyle {
  /** Drawn for a person, and not one line a problem for a program. */
  readonly pretty: boolean;
  readonly color: boolean;
}

/** How reports look on a handle: drawn for a person at a terminal, colored unless somebody asked not to. */
export function styleFor(
  handle: 1 | 2,
  values: { readonly color: string; readonly colour: string },
): TerminalStyle {
  const terminal = isatty(handle);
  const wish = values.colour || values.color;
  if (["always", "yes"].includes(wish)) return { pretty: true, color: true };
  const color = wish === "auto" && terminal && !("NO_COLOR" in process.env);
  return { pretty: terminal, color };
}
