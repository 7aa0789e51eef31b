import { describeFlags, type Flags } from "./flags";

/** What a command ends with: 0 all is well, 1 the config or the machine is at fault, 2 the command line is. */
export type Status = 0 | 1 | 2;

export interface Command {
  readonly name: string;
  /** What it does, one line. */
  readonly summary: string;
  /** What follows the name: `[options] [FILE]`. */
  readonly words: string;
  /** Paragraphs of the help below the options. */
  readonly details: string;
  readonly flags: Flags;
  run(args: readonly string[]): Promise<Status>;
}

export function usageOf(command: Command): string {
  return [
    `Usage: kindling ${command.name} ${command.words}\n`,
    `${command.summary}\n`,
    `Options:\n${describeFlags(command.flags)}`,
    command.details,
  ].join("\n");
}

/** Every command can say what it takes. */
export const helpFlag = { short: "h", help: "show this help" } as const;
