import {
  chmodSync,
  closeSync,
  fstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { utf8 } from "@/lib/bytes";

/** Something that a person can put right: the message is all there is to say, and the program ends with status 1. */
export class Refusal extends Error {}

/** Nobody reads our output any more, as in `kindling … | head -1`: there is nothing to say and nobody to say it to. */
export class BrokenPipe extends Error {}

/** The name of standard input in messages. */
export const stdinName = "<stdin>";

/** The bytes of a file, or of standard input when the name is `-` or missing. */
export async function readBytes(
  file: string | undefined,
): Promise<{ name: string; bytes: Uint8Array }> {
  const name = file === undefined || file === "-" ? stdinName : file;
  const bytes = name === stdinName ? await readStdin() : readNamed(name);
  return { name, bytes };
}

/** The text of a file, or of standard input when the name is `-` or missing. */
export async function readInput(
  file: string | undefined,
): Promise<{ name: string; text: string }> {
  const { name, bytes } = await readBytes(file);
  try {
    return { name, text: decode(bytes) };
  } catch {
    throw new Refusal(`cannot read ${name}: it is not UTF-8 text`);
  }
}

/** A byte order mark of UTF-16 says what the bytes are, as it does to Butane; that of UTF-8 is a part of the text. */
function decode(bytes: Uint8Array): string {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  const encoding =
    mark === 0xfffe ? "utf-16le" : mark === 0xfeff ? "utf-16be" : undefined;
  const options = { fatal: true, ignoreBOM: encoding === undefined };
  return new TextDecoder(encoding ?? "utf-8", options).decode(bytes);
}

function readNamed(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw refusal(`cannot read ${file}`, error);
  }
}

async function readStdin(): Promise<Uint8Array> {
  try {
    // Node reads a directory as an empty stream.
    if (fstatSync(0).isDirectory()) {
      throw Object.assign(new Error(), { code: "EISDIR" });
    }
    const chunks: Uint8Array[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
    return Buffer.concat(chunks);
  } catch (error) {
    throw refusal("cannot read standard input", error);
  }
}

/** Writes a text or bytes to the file, or to standard output when there is none. */
export function writeOutput(file: string, content: string | Uint8Array): void {
  const bytes = typeof content === "string" ? utf8(content) : content;
  if (file === "") return writeStdout(bytes);
  try {
    const target = replaceable(file);
    if (target) replace(target, bytes);
    else overwrite(file, bytes);
  } catch (error) {
    throw refusal(`cannot write ${file}`, error);
  }
}

/**
 * Writes a file piece by piece, as they are made. What stood there before stays until the last piece is written and `keep` says that the
 * new one is wanted; to standard output all goes at once for the same reason. Returns whether anything was written.
 */
export function writePieces(
  file: string,
  pieces: Iterable<Uint8Array>,
  keep: () => boolean,
): boolean {
  const target = file === "" ? null : targetOf(file);
  if (target === null) {
    // A device or a pipe cannot be taken back either.
    const whole = Buffer.concat([...pieces]);
    if (!keep()) return false;
    if (file === "") writeStdout(whole);
    else attempt(file, () => overwrite(file, whole));
    return true;
  }
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}`);
  const handle = attempt(file, () => openSync(beside, "wx", 0o644));
  try {
    for (const piece of pieces) attempt(file, () => writeAll(handle, piece));
    const wanted = keep();
    if (wanted)
      attempt(file, () => {
        keepMode(target, beside);
        renameSync(beside, target);
      });
    return wanted;
  } finally {
    closeSync(handle);
    // Renamed, it is not there any more.
    rmSync(beside, { force: true });
  }
}

function targetOf(file: string): string | null {
  return attempt(file, () => replaceable(file));
}

/** What the system refuses is said in words. */
function attempt<Value>(file: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    throw refusal(`cannot write ${file}`, error);
  }
}

function writeStdout(bytes: Uint8Array): void {
  try {
    writeAll(1, bytes);
  } catch (error) {
    if (codeOf(error) === "EPIPE") throw new BrokenPipe();
    throw refusal("cannot write to standard output", error);
  }
}

/** Says something on standard error; where that is impossible there is no one left to tell. */
export function say(text: string): void {
  try {
    writeAll(2, utf8(text));
  } catch {
    // A closed or full standard error must not hide the status we end with.
  }
}

/**
 * The path that may be exchanged as a whole, so that a reader sees the old file or the new one and a full disk leaves
 * the old one: a regular file, or nothing yet. A device, a pipe or a directory is written as it is, or refused.
 */
function replaceable(file: string): string | null {
  try {
    return statSync(file).isFile() ? realpathSync(file) : null;
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
    return file;
  }
}

function replace(target: string, bytes: Uint8Array): void {
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}`);
  let handle: number;
  try {
    handle = openSync(beside, "wx", 0o644);
  } catch (error) {
    // Some directories let us change a file and not make one.
    if (codeOf(error) !== "EACCES" && codeOf(error) !== "EPERM") throw error;
    return overwrite(target, bytes);
  }
  try {
    try {
      writeAll(handle, bytes);
    } finally {
      closeSync(handle);
    }
    keepMode(target, beside);
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

function keepMode(from: string, to: string): void {
  const mode = statSync(from, { throwIfNoEntry: false })?.mode;
  if (mode !== undefined) chmodSync(to, mode & 0o7777);
}

function overwrite(file: string, bytes: Uint8Array): void {
  const handle = openSync(file, "w", 0o644);
  try {
    writeAll(handle, bytes);
  } finally {
    closeSync(handle);
  }
}

function writeAll(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(handle, bytes, at);
    } catch (error) {
      if (codeOf(error) !== "EAGAIN") throw error;
      // Whoever started us made the pipe non-blocking, and it is full: wait until the reader took something.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "no such file or directory",
  EISDIR: "it is a directory",
  ENOTDIR: "a part of the path is not a directory",
  EACCES: "permission denied",
  EPERM: "operation not permitted",
  EROFS: "the file system is read-only",
  ENOSPC: "no space left on the device",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file would be too large",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "too many links",
  EIO: "input/output error",
};

/** What the system said, in words. */
export function reasonOf(error: unknown): string {
  return reasons[codeOf(error)] ?? (error as Error).message;
}

function refusal(what: string, error: unknown): Refusal {
  return new Refusal(`${what}: ${reasonOf(error)}`);
}

/** The system's name of an error, such as `ENOENT`; the text `undefined` for an error of ours, which has none. */
export function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code);
}
