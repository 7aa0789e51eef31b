import type { DocumentEntry, OpenDocument } from "../../edit/open-document";
import type { PlainValue } from "../../emit/plain";
import type { Extension } from "../extension";
import { catalogued, type NodeExtensions } from "../node";
import type { WrittenEntry } from "../written";
import { cachedProbes } from "./cached-probes";
import { leafAt, open, type EntryTemplate } from "./probe";
import { capture, type Part } from "./template";

/** An entry of a document that holds a secret, and the same without it. */
export interface SecretEntry {
  readonly entry: DocumentEntry;
  readonly without: WrittenEntry;
}

/**
 * Entries that hold the secret of an extension though they are not what we would write, so that no parameter has it: found by the
 * place where the secret comes out, or by the words before it in its line.
 */
export function secretEntries(
  document: OpenDocument,
  node: NodeExtensions,
): SecretEntry[] {
  const found = new Map<DocumentEntry, PlainValue>();
  for (const chosen of node.chosen) {
    const extension = catalogued(chosen);
    if (!extension || (chosen.written?.settings ?? true)) continue;
    for (const { templates } of cachedProbes(extension, chosen, node))
      for (const template of templates) clear(template, extension);
  }
  return [...found].map(([entry, value]) => ({
    entry,
    without: { list: entry.list, value },
  }));

  function clear(template: EntryTemplate, extension: Extension): void {
    const [key] = template.key;
    if (key?.kind !== "text") return;
    for (const entry of document.named(template.list, key.text))
      for (const { path, parts } of template.leaves) {
        const before = found.get(entry) ?? entry.value;
        const text = leafAt(before, path);
        const less =
          text === undefined
            ? undefined
            : withoutSecret(text, parts, extension);
        if (less !== undefined && less !== text)
          found.set(entry, withText(before, path, less));
      }
  }
}

function withoutSecret(
  text: string,
  parts: readonly Part[],
  extension: Extension,
): string {
  const secret = (name: string) => extension.params[name]?.secret === true;
  let less = text;
  for (const [param, value] of capture(parts, open(text)) ?? [])
    if (secret(param.name) && typeof value === "string" && value !== "")
      less = less.replaceAll(value, "");
  for (const { before, name } of leadsOf(parts))
    if (secret(name)) less = cutLines(less, before);
  return less;
}

/** The words before each hole in its line; `null` where it is the whole text. */
function leadsOf(
  parts: readonly Part[],
): { readonly before: string | null; readonly name: string }[] {
  return parts.flatMap((part, index) => {
    if (part.kind === "choice")
      return part.forms.flatMap((form) => leadsOf(form));
    if (part.kind !== "hole") return [];
    const lead = parts[index - 1];
    const text = lead?.kind === "text" ? lead.text : "";
    const before = text.slice(text.lastIndexOf("\n") + 1);
    const whole = parts.length === 1;
    return before === "" && !whole
      ? []
      : [{ before: whole ? null : before, name: part.param.name }];
  });
}

/** A text without what stands behind some words, to the end of each line. */
function cutLines(text: string, before: string | null): string {
  if (before === null) return "";
  const word = before.replace(/["'\s]+$/, "");
  if (word === "") return text;
  return text
    .split("\n")
    .map((line) => {
      const at = line.indexOf(word);
      return at < 0 ? line : line.slice(0, at + word.length);
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
