import type { DocumentEntry, OpenDocument } from "../../edit";
import type { ListName, PlainValue } from "../../emit/plain";
import { fetchUnit } from "../emit-first-boot";
import type { Extension } from "../extension";
import type { ChosenImage, NodeExtensions } from "../node";
import { baseName } from "../plain-values";
import type { WrittenEntry } from "../written";
import { cachedProbes } from "./cached-probes";
import { findNoop, type FoundUpdates } from "./found-updates";
import type { FoundImage } from "./images";

/** The entries of an image in a document: its file, its link, and what keeps it up to date. */
export function imageEntries(
  document: OpenDocument,
  { id, file, link, fetched }: FoundImage,
  updates: FoundUpdates,
): WrittenEntry[] {
  const first = fetched
    ? document.named("systemd.units", fetchUnit(id))
    : [file, ...(link ? [link] : [])];
  const noop = updates.updates === "none" ? undefined : findNoop(document);
  return [
    ...first.map(asWritten),
    ...updates.transfers.map(asWritten),
    ...(noop ? [asWritten(noop)] : []),
    ...updates.dropins.map((value) => unit(value)),
  ];
}

/** The entries beside an image that are the extension's: its units, the links that start them, its configuration. */
export function settingsEntries(
  document: OpenDocument,
  extension: Extension,
  chosen: ChosenImage,
  node: NodeExtensions,
): WrittenEntry[] {
  const found = unitEntries(document, extension);
  for (const { list, key } of templateKeys(extension, chosen, node))
    for (const entry of document.named(list, key)) found.add(entry);
  return [...found].map(asWritten);
}

/** Those of its units that its parameters have nothing to do with: they go when the extension goes. */
export function strayEntries(
  document: OpenDocument,
  extension: Extension,
  chosen: ChosenImage,
  node: NodeExtensions,
): WrittenEntry[] {
  const known = templateKeys(extension, chosen, node);
  return [...unitEntries(document, extension)]
    .filter(
      (entry) =>
        !known.some(
          ({ list, key }) => list === entry.list && key === entry.key,
        ),
    )
    .map(asWritten);
}

function unitEntries(
  document: OpenDocument,
  extension: Extension,
): Set<DocumentEntry> {
  const units = new Set(extension.units.map(({ name }) => name));
  const links = document
    .entriesOf("storage.links")
    .filter(
      ({ key }) =>
        /\.(?:wants|upholds)\//.test(key) && units.has(baseName(key)),
    );
  const own = [...units].flatMap((name) =>
    document.named("systemd.units", name),
  );
  return new Set([...links, ...own]);
}

/** What the extension can write, by name. */
function templateKeys(
  extension: Extension,
  chosen: ChosenImage,
  node: NodeExtensions,
): { readonly list: ListName; readonly key: string }[] {
  return cachedProbes(extension, chosen, node).flatMap(({ templates }) =>
    templates.flatMap(({ list, key: [only, ...more] }) =>
      only?.kind === "text" && more.length === 0
        ? [{ list, key: only.text }]
        : [],
    ),
  );
}

function asWritten({ list, value }: DocumentEntry): WrittenEntry {
  return { list, value };
}

function unit(value: PlainValue): WrittenEntry {
  return { list: "systemd.units", value };
}
