import type { ButaneDocument } from "../emit/document";
import type { ListName, PlainValue } from "../emit/plain";
import type { Path } from "../path";
import type { Architecture } from "./extension";
import { catalogued, type ChosenImage, type NodeExtensions } from "./node";
import { isMapping, textAt, valueAt } from "./plain-values";
import { trackOf } from "./version";

/** How an opened document writes an extension, where that is not our way. */
export interface Written {
  /** What stands in the entries for the version and the architecture, to be replaced when another one is chosen. */
  readonly version: string;
  readonly architecture: Architecture;
  /**
   * Whether the units and files that the extension needs beside its image stand there our way, so that its parameters can be
   * changed; otherwise those are among the entries.
   */
  readonly settings: boolean;
  /** The document's own entries, as plain data in Butane's keys. */
  readonly entries: readonly WrittenEntry[];
}

export interface WrittenEntry {
  readonly list: ListName;
  readonly value: PlainValue;
}

/** Puts an extension's entries the way the document had them, for the version and the architecture of today. */
export function emitWritten(
  document: ButaneDocument,
  node: NodeExtensions,
  chosen: ChosenImage & { readonly written: Written },
  at: Path,
): void {
  const { written } = chosen;
  const renamed = renamer(chosen, node.architecture);
  const changed =
    chosen.version !== written.version ||
    (node.architecture !== written.architecture && !chosen.own);
  for (const { list, value } of written.entries) {
    const entry = changed ? renamed(value) : value;
    const image = isImageEntry(list, value, chosen.id);
    document.putEntry(list, image ? withHash(entry, chosen.hash) : entry, {
      origin: image ? [...at, chosen.own ? "own" : "version"] : at,
    });
  }
}

/** Whether an entry is the image itself: a file fetched under the extension's name. */
export function isImageEntry(
  list: ListName,
  value: PlainValue,
  id: string,
): boolean {
  if (list !== "storage.files") return false;
  const path = textAt(value, "path");
  if (!path?.endsWith(".raw")) return false;
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name === `${id}.raw` || name.startsWith(`${id}-`);
}

function renamer(
  chosen: ChosenImage & { readonly written: Written },
  architecture: Architecture,
): (value: PlainValue) => PlainValue {
  const { id, version, written } = chosen;
  const depth = catalogued(chosen)?.trackDepth ?? 2;
  const pairs = new Map<string, string>();
  if (written.version !== "" && version !== "") {
    const from = trackOf(written.version, depth);
    const to = trackOf(version, depth);
    if (from !== null && to !== null) pairs.set(from, to);
    pairs.set(written.version, version);
  }
  const versions = [...pairs.keys()].sort(
    (one, other) => other.length - one.length,
  );
  // The name goes before, so that no other program's version is taken for this one's; a longer version is another one.
  const named = new RegExp(
    `(?<![\\w.-])${literal(id)}-(${versions.map(literal).join("|") || "(?!)"})(-${literal(written.architecture)}(?![\\w-]))?(?!\\w|\\.\\d|[+~^]\\w)`,
    "g",
  );
  const step = new RegExp(
    `(?<=/)${literal(written.version)}(?=/)|(?<=/)${literal(written.version)}$`,
    "g",
  );
  const text = (value: string): string => {
    const replaced = value.replace(
      named,
      (_, found: string, arch: string | undefined) =>
        `${id}-${pairs.get(found) ?? found}${arch === undefined ? "" : `-${architecture}`}`,
    );
    return written.version !== "" && /^https?:/.test(value)
      ? replaced.replace(step, () => version)
      : replaced;
  };
  return (value) => mapTexts(value, text);
}

function mapTexts(
  value: PlainValue,
  change: (text: string) => string,
): PlainValue {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value))
    return (value as readonly PlainValue[]).map((one) => mapTexts(one, change));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, mapTexts(one, change)]),
  );
}

/** The image's entry with the hash that was chosen; one of another version would stop the first boot. */
function withHash(value: PlainValue, hash: string): PlainValue {
  const contents = valueAt(value, "contents");
  if (!isMapping(value) || !isMapping(contents)) return value;
  const now = textAt(contents, "verification", "hash") ?? "";
  if (now === hash) return value;
  const { verification: _, ...rest } = contents;
  return {
    ...value,
    contents: hash === "" ? rest : { ...rest, verification: { hash } },
  };
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
