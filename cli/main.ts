import { airgapCommand } from "./commands/airgap";
import { bootCommand } from "./commands/boot";
import { composeCommand } from "./commands/compose";
import { checkCommand } from "./commands/check";
import { importCommand } from "./commands/import";
import { diffCommand } from "./commands/diff";
import { fleetCommand } from "./commands/fleet";
import { operateCommand } from "./commands/operate";
import { transpileCommand } from "./commands/transpile";
import { usageOf, type Command, type Status } from "./command";
import { UsageError } from "./flags";
import { BrokenPipe, Refusal, say, writeOutput } from "./io";
import { versionLine } from "./version";

const commands: readonly Command[] = [
  composeCommand,
  transpileCommand,
  checkCommand,
  importCommand,
  diffCommand,
  bootCommand,
  operateCommand,
  airgapCommand,
  fleetCommand,
];

const usage = `Usage: kindling COMMAND [options] [FILE]

Commands:
${commands.map(({ name, summary }) => `  ${name.padEnd(10)}  ${summary}\n`).join("")}
"kindling COMMAND --help" shows what a command takes.
`;

async function main([name, ...args]: readonly string[]): Promise<number> {
  const command = commands.find((one) => one.name === name);
  try {
    if (command) return await command.run(args);
    return introduce(name);
  } catch (error) {
    if (error instanceof UsageError && command) {
      say(`${usageOf(command)}\n${error.message}\n`);
      return 2;
    }
    if (error instanceof Refusal) {
      say(`${error.message}\n`);
      return 1;
    }
    // What a program gets that SIGPIPE ends, which Node never sees: 128 + 13.
    if (error instanceof BrokenPipe) return 141;
    throw error;
  }
}

function introduce(name: string | undefined): Status {
  if (name === "-h" || name === "--help" || name === "help") {
    writeOutput("", usage);
    return 0;
  }
  if (name === "-V" || name === "--version") {
    writeOutput("", `${versionLine}\n`);
    return 0;
  }
  say(name === undefined ? usage : `${usage}\nunknown command: ${name}\n`);
  return 2;
}

process.exitCode = await main(process.argv.slice(2));
