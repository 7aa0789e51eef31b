import type { DocumentEntry, OpenDocument } from "../../edit";
import type { PlainValue } from "../../emit/plain";
import { catalogued, type NodeExtensions } from "../node";
import type { WrittenEntry } from "../written";
import { cachedProbes } from "./cached-probes";
import { captureIn, leafAt, type EntryTemplate } from "./probe";
import { leadsOf, wordOf } from "./leads";
import type { Part } from "./template";

/** An entry of a document that holds a secret, and the same without it. */
export interface SecretEntry {
  readonly entry: DocumentEntry;
  readonly without: WrittenEntry;
}

/**
 * Entries that hold the secret of an extension though no parameter has it, because they are not what we would write: found by the
 * place where the secret comes out, or by the words before it in its line.
 */
export function secretEntries(
  document: OpenDocument,
  node: NodeExtensions,
): SecretEntry[] {
  const found = new Map<DocumentEntry, PlainValue>();
  for (const chosen of node.chosen) {
    const extension = catalogued(chosen);
    if (!extension) continue;
    // One that is in its parameter is taken out with that.
    const ours = chosen.written?.settings ?? true;
    const secrets = new Set(
      Object.entries(extension.params)
        .filter(
          ([name, { secret }]) => secret && !(ours && chosen.params[name]),
        )
        .map(([name]) => name),
    );
    if (secrets.size === 0) continue;
    for (const { templates } of cachedProbes(extension, chosen, node))
      for (const template of templates) clear(template, secrets);
  }
  return [...found].map(([entry, value]) => ({
    entry,
    without: { list: entry.list, value },
  }));

  function clear(template: EntryTemplate, secrets: ReadonlySet<string>): void {
    const [key] = template.key;
    if (key?.kind !== "text") return;
    for (const entry of document.named(template.list, key.text))
      for (const { path, parts } of template.leaves) {
        const before = found.get(entry) ?? entry.value;
        const text = leafAt(before, path);
        const less =
          text === undefined ? undefined : withoutSecret(text, parts, secrets);
        if (less !== undefined && less !== text)
          found.set(entry, withText(before, path, less));
      }
  }
}

function withoutSecret(
  text: string,
  parts: readonly Part[],
  secrets: ReadonlySet<string>,
): string {
  let less = text;
  for (const [param, value] of captureIn(parts, text) ?? [])
    if (secrets.has(param.name) && typeof value === "string" && value !== "")
      less = less.replaceAll(value, "");
  for (const { before, name } of leadsOf(parts))
    if (secrets.has(name)) less = cutLines(less, before);
  return less;
}

/** A text without what stands behind some words, to the end of each line. */
function cutLines(text: string, before: string | null): string {
  if (before === null) return "";
  const word = wordOf(before);
  if (word === "") return text;
  return text
    .split("\n")
    .map((line) => {
      const indent = line.length - line.trimStart().length;
      return line.startsWith(word, indent)
        ? line.slice(0, indent + word.length)
        : line;
    })
    .join("\n");
}

function withText(
  value: PlainValue,
  [key, ...rest]: readonly string[],
  text: string,
): PlainValue {
  if (key === undefined) return text;
  if (Array.isArray(value))
    return (value as readonly PlainValue[]).map((one, index) =>
      (one as { name?: unknown } | null)?.name === key || String(index) === key
        ? withText(one, rest, text)
        : one,
    );
  if (value === null || typeof value !== "object") return value;
  const mapping = value as { readonly [key: string]: PlainValue };
  return { ...mapping, [key]: withText(mapping[key] ?? null, rest, text) };
}
