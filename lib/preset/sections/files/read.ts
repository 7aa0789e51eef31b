import {
  itemsAt,
  textAt,
  valueAt,
  type DocumentEntry,
  type PlainValue,
} from "@/lib/butane";
import { sameValue } from "../../read/same-value";
import { noContents } from "./contents";
import { plainDirectory, plainFile, plainLink } from "./plain";
import { isSecretFile } from "./secret-text";
import type {
  FileContents,
  FileNode,
  NodeDirectory,
  NodeFile,
  NodeLink,
} from "./value";

/** Files of a document; what `prior` writes just so comes back as it was typed. */
export function readFiles(
  entries: readonly DocumentEntry[],
  prior: readonly NodeFile[],
): NodeFile[] {
  return readAll(entries, prior, plainFile, readFile);
}

/** The same for directories. A mode is text of four octal digits or more, and empty where none is set. */
export function readDirectories(
  entries: readonly DocumentEntry[],
  prior: readonly NodeDirectory[],
): NodeDirectory[] {
  return readAll(entries, prior, plainDirectory, (value) => ({
    ...readNode(value),
    mode: modeText(value),
  }));
}

/** The same for links; they are symbolic unless `hard` is true. */
export function readLinks(
  entries: readonly DocumentEntry[],
  prior: readonly NodeLink[],
): NodeLink[] {
  return readAll(entries, prior, plainLink, (value) => ({
    ...readNode(value),
    target: textAt(value, "target") ?? "",
    hard: valueAt(value, "hard") === true,
  }));
}

function readAll<Item extends FileNode>(
  entries: readonly DocumentEntry[],
  prior: readonly Item[],
  plain: (item: Item) => PlainValue,
  read: (value: PlainValue, known: Item | undefined) => Item,
): Item[] {
  if (entries.length === 0 && prior.length === 0) return [];
  const known = new Map<string, Item[]>();
  for (const item of prior)
    known.set(item.path, [...(known.get(item.path) ?? []), item]);
  const items = entries.map(({ key, value }) => {
    const candidates = known.get(key) ?? [];
    return (
      candidates.find((item) => sameValue(plain(item), value)) ??
      read(value, candidates[0])
    );
  });
  // One that has no path yet is in no document, and still stands in the form.
  prior.forEach((item, index) => {
    if (item.path === "") items.splice(index, 0, item);
  });
  return items;
}

function readNode(value: PlainValue): FileNode {
  return {
    path: textAt(value, "path") ?? "",
    user: owner(valueAt(value, "user")),
    group: owner(valueAt(value, "group")),
    overwrite: valueAt(value, "overwrite") === true,
  };
}

function owner(value: PlainValue | undefined): string {
  const id = valueAt(value, "id");
  return textAt(value, "name") ?? (typeof id === "number" ? String(id) : "");
}

function modeText(value: PlainValue): string {
  const mode = valueAt(value, "mode");
  return typeof mode === "number" && mode >= 0
    ? mode.toString(8).padStart(4, "0")
    : "";
}

function readFile(value: PlainValue, known: NodeFile | undefined): NodeFile {
  const mode = modeText(value);
  return {
    ...readNode(value),
    mode,
    contents: readContents(valueAt(value, "contents"), mode, known),
    append: itemsAt(value, "append").map((one, index) =>
      readContents(one, mode, known, index),
    ),
  };
}

function readContents(
  value: PlainValue | undefined,
  mode: string,
  file: NodeFile | undefined,
  index?: number,
): FileContents {
  const inline = textAt(value, "inline");
  const source = textAt(value, "source");
  if (inline !== undefined) {
    const known = index === undefined ? file?.contents : file?.append[index];
    return isSecret(inline, mode, known, file?.mode ?? "")
      ? { ...noContents, kind: "secret", secret: inline }
      : { ...noContents, text: inline };
  }
  return source === undefined
    ? { ...noContents, kind: "none" }
    : readFetched(source, value);
}

/** Contents that are fetched, as they stand in a document. */
export function readFetched(
  source: string,
  value: PlainValue | undefined,
): FileContents {
  return {
    ...noContents,
    kind: "fetch",
    source,
    hash: textAt(value, "verification", "hash") ?? "",
    compression: textAt(value, "compression") === "gzip" ? "gzip" : "",
    headers: itemsAt(value, "http_headers").map((header) => ({
      name: textAt(header, "name") ?? "",
      value: textAt(header, "value") ?? "",
    })),
  };
}

/** What somebody chose stays chosen; what only now looks like a secret is one. */
function isSecret(
  text: string,
  mode: string,
  known: FileContents | undefined,
  knownMode: string,
): boolean {
  if (known?.kind === "secret") return true;
  if (known?.kind === "text" && isSecretFile(knownMode, known.text))
    return false;
  return isSecretFile(mode, text);
}
