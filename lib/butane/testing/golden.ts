import { existsSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { isFailure, type FileFailure, type FileSource } from "../file-source";
import { decodeUtf8 } from "../utf8";
import { folderFiles } from "./folder-files";

/** The input of a golden case, and how it is asked about. */
export interface Golden {
  readonly text: string;
  /** Plain Ignition instead of a MachineConfig. */
  readonly raw: boolean;
  /** Where the files lie that the document may read. */
  readonly folder?: string;
  /** What stands among them that no repository can hold, so the case only says so. */
  readonly special: readonly Special[];
}

/** A named pipe, or a file or folder that nobody may read. */
export interface Special {
  readonly kind: "pipe" | "forbidden";
  readonly path: string;
}

/** Reads the golden case in a folder. */
export function readGolden(folder: string): Golden {
  const files = `${folder}/files`;
  const special = `${folder}/special.txt`;
  return {
    text: textOf(readFileSync(`${folder}/input.bu`)),
    raw: folder.includes("-raw/"),
    ...(existsSync(files) && { folder: files }),
    special: existsSync(special)
      ? readFileSync(special, "utf8").trim().split("\n").map(specialOf)
      : [],
  };
}

/** What `transpile` needs beside the text. */
export function goldenOptions({ raw, folder, special }: Golden): {
  raw: boolean;
  files?: FileSource;
} {
  return {
    raw,
    ...(folder && { files: withSpecial(folderFiles(folder), special) }),
  };
}

/** A byte order mark says how the bytes are to be read; what is no text at all stays as lone bytes. */
function textOf(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (!isUtf16) return decodeUtf8(bytes);
  try {
    return new TextDecoder("utf-16le", { fatal: true }).decode(bytes);
  } catch {
    return decodeUtf8(bytes);
  }
}

function specialOf(line: string): Special {
  const [kind, path = ""] = line.split(" ");
  return { kind: kind === "pipe" ? kind : "forbidden", path };
}

/** The same files, with the special ones among them. */
export function withSpecial(
  files: FileSource,
  special: readonly Special[],
): FileSource {
  const isPipe = (path: string) =>
    special.some((one) => one.kind === "pipe" && one.path === path);
  const forbidden = (path: string): FileFailure | undefined =>
    special.some((one) => one.kind === "forbidden" && one.path === path)
      ? { failure: "unreadable", detail: "permission denied" }
      : undefined;
  return {
    ...files,
    read: (path) => forbidden(path) ?? files.read(path),
    inspect: (path, follow) =>
      isPipe(path) ? { type: "other" } : files.inspect(path, follow),
    list: (path) => {
      const names = forbidden(path) ?? files.list(path);
      return isFailure(names) ? names : [...names, ...pipesIn(path, special)];
    },
  };
}

function pipesIn(folder: string, special: readonly Special[]): string[] {
  return special
    .filter(({ kind, path }) => kind === "pipe" && dirname(path) === folder)
    .map(({ path }) => basename(path));
}
