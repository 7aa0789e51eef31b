import {
  describeFlags,
  parseFlags,
  UsageError,
  type Flags,
  type Parsed,
} from "./flags";
import { writeOutput } from "./io";

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

/** A command as its file says it: `run` gets the command line read, and never one that asks for help. */
interface CommandSpec<Known extends Flags>
  extends Omit<Command, "flags" | "run"> {
  readonly flags: Known;
  /** What it takes one of at the most; without this it counts its words itself. */
  readonly oneOf?: "file" | "preset";
  run(given: Parsed<Known>): Promise<Status>;
}

/** Every command can say what it takes; a command line that makes no sense is a `UsageError`. */
export function defineCommand<Known extends Flags>({
  oneOf,
  run,
  ...spec
}: CommandSpec<Known>): Command {
  const flags = { ...spec.flags, help: helpFlag };
  const command: Command = {
    ...spec,
    flags,
    async run(args) {
      const { values, words } = parseFlags<Flags>(flags, args);
      if (oneOf && words.length > 1)
        throw new UsageError(`one ${oneOf} at a time`);
      if (!values.help) return run({ values, words } as Parsed<Known>);
      writeOutput("", usageOf(command));
      return 0;
    },
  };
  return command;
}

/** The whole help of a command, as `--help` prints it. */
export function usageOf(command: Command): string {
  return [
    `Usage: kindling ${command.name} ${command.words}\n`,
    `${command.summary}\n`,
    `Options:\n${describeFlags(command.flags)}`,
    command.details,
  ].join("\n");
}

const helpFlag = { short: "h", help: "show this help" } as const;

// What several commands take means the same in each.
export const outputFlag = {
  short: "o",
  value: "FILE",
  help: "file to write to instead of standard output",
} as const;
export const strictFlag = {
  short: "s",
  help: "take every warning for an error",
} as const;
export const filesDirFlag = {
  short: "d",
  value: "DIRECTORY",
  help: "directory that local files and trees are read from",
} as const;
