import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The handler for commands that are not found came with bash 4; macOS still has 3.2. */
export const hasModernBash =
  spawnSync("bash", ["-c", "((BASH_VERSINFO >= 4))"]).status === 0;

/** A command that was called: its words, and what it was given to read. */
export interface Call {
  readonly words: readonly string[];
  readonly stdin: string;
}

export interface ShellRun {
  /** Calls of everything that is not a plain tool: nothing of it really ran. */
  readonly calls: readonly Call[];
  /** A file as it is afterwards: beside the commands, or where a command put it. */
  file(path: string): Buffer;
  /** Permissions of a file beside the commands. */
  mode(path: string): number;
}

/** Tools that only turn bytes into bytes; they may run. */
const tools = ["base64", "cat", "cut", "gzip", "jq", "sha512sum"];

export const hasTool = (tool: string): boolean => toolPath(tool) !== "";

const known = new Map<string, string>();

/** Where a program is; empty where it is not. */
function toolPath(tool: string): string {
  const found =
    known.get(tool) ??
    spawnSync("sh", ["-c", `command -v ${tool}`], {
      encoding: "utf8",
    }).stdout.trim();
  known.set(tool, found);
  return found;
}

/**
 * Runs shell commands in a folder of their own that holds `files`, and writes down every call of a command that does more than
 * turn bytes into bytes. `then` gets what was called while the folder is still there.
 */
export function inShell<Result>(
  commands: string,
  files: Readonly<Record<string, string>>,
  then: (run: ShellRun) => Result,
): Result {
  const folder = mkdtempSync(join(tmpdir(), "kindling-shell-"));
  try {
    const bash = toolPath("bash");
    const work = join(folder, "work");
    for (const name of ["bin", "work"]) mkdirSync(join(folder, name));
    for (const tool of tools.filter(hasTool)) {
      symlinkSync(toolPath(tool), join(folder, "bin", tool));
    }
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(work, name), text);
    }
    // A name with a slash is no function and is looked for as a file.
    for (const [script = ""] of commands.matchAll(/^\.\/\S+/gm)) {
      writeFileSync(
        join(work, script),
        `#!${bash}\n${recorder}record "$0" "$@"`,
      );
      chmodSync(join(work, script), 0o755);
    }
    const log = join(folder, "calls");
    writeFileSync(log, "");
    execFileSync(bash, ["--norc", "-c", `${recorder}\n${commands}`], {
      cwd: work,
      env: { NODE_ENV: "test", PATH: join(folder, "bin"), CALLS: log },
      stdio: ["ignore", "ignore", "inherit"],
    });
    const calls = readFileSync(log, "utf8")
      .split("\u0001")
      .slice(0, -1)
      .map((call): Call => {
        const words = call.split("\0");
        return { words: words.slice(0, -1), stdin: words.at(-1)! };
      });
    return then({
      calls,
      file: (path) => fileAt(path, work, calls),
      mode: (path) => statSync(join(work, path)).mode & 0o777,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Files outside of the folder are not written: the command that would have is looked up. */
function fileAt(path: string, work: string, calls: readonly Call[]): Buffer {
  const put = calls.find(
    ({ words }) =>
      /^(cp|install)$/.test(words[0]!) && words.at(-1) === path && words.at(-2),
  );
  return readFileSync(join(work, put ? put.words.at(-2)! : path));
}

const recorder = `
record() { printf '%s\\0' "$@" >>"$CALLS"; cat >>"$CALLS"; printf '\\1' >>"$CALLS"; }
command_not_found_handle() { record "$@"; }
`;

/** The word after an option, or behind its equals sign. */
export function option({ calls }: ShellRun, program: string, name: string) {
  const call = calls.find(
    ({ words }) => words[0] === program && words.some(isIt(name)),
  );
  if (!call) throw new Error(`no call of ${program} with ${name}`);
  const at = call.words.findIndex(isIt(name));
  const word = call.words[at]!;
  return word === name ? call.words[at + 1]! : word.slice(name.length + 1);
}

const isIt = (name: string) => (word: string) =>
  word === name || word.startsWith(`${name}=`);
