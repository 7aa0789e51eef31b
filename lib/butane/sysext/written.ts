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

/** An entry of a list as the document has it, in Butane's keys. */
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
    node.architecture !== written.architecture;
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
  const name = literal(id);
  const from = literal(written.version);
  const usual = catalogued(chosen)?.trackDepth ?? 2;
  const depth = chosen.updates === "major" ? 1 : usual;
  const track = trackOf(version, depth);
  // The name goes before, so that no other program's version is taken for this one's; a longer version is another one.
  // A series is only named by transfer files, their patterns and their folders.
  const named = new RegExp(
    `(?<![\\w-])${name}-(?:(v?\\d[\\w.+~^]*?)(?=\\.(?:conf|transfer|d/|@v)|\\s+update)|${from}(-${literal(written.architecture)}(?![\\w-]))?(?!\\w|\\.\\d|[+~^]\\w))`,
    "g",
  );
  const step = new RegExp(`(?<=/)${from}(?=/)`, "g");
  const text = (value: string): string => {
    const renamed = value.replace(
      named,
      (whole, series: string | undefined, arch: string | undefined) => {
        if (series === undefined)
          return `${id}-${version}${arch === undefined ? "" : `-${architecture}`}`;
        // The published file of one version is there for nobody, and yet it is named.
        if (series === written.version && numbersIn(series) > depth)
          return `${id}-${version}`;
        return track === null ? whole : `${id}-${track}`;
      },
    );
    return written.version !== "" && /^https?:/.test(value)
      ? renamed.replace(step, () => version)
      : renamed;
  };
  return chosen.own ? (value) => value : (value) => mapTexts(value, text);
}

function numbersIn(version: string): number {
  return version.match(/\d+/g)?.length ?? 0;
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
