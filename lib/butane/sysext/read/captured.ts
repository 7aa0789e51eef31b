import type { DocumentEntry, OpenDocument } from "../../edit/open-document";
import type { ParamValue } from "../extension";
import { leafAt, open, type EntryTemplate, type Probe } from "./probe";
import { capture, type Captured, type ParamKey } from "./template";

export type Values = Readonly<Record<string, ParamValue>>;

/** The parameters that come out in a document where a probe says they do. */
export function captureFrom(
  document: OpenDocument,
  probe: Probe,
  id: string,
): { readonly own: Values; readonly others: ReadonlyMap<string, Values> } {
  const found = new Map<ParamKey, string | readonly string[]>();
  for (const template of probe.templates)
    for (const captured of entriesLike(document, template))
      for (const [param, value] of captured) {
        const before = found.get(param);
        // A list may come out as an entry for each of its items.
        if (before === undefined) found.set(param, value);
        else if (param.type === "list")
          found.set(param, [...new Set([...before, ...value])]);
      }
  const own: Record<string, ParamValue> = {};
  const others = new Map<string, Record<string, ParamValue>>();
  for (const param of probe.seen) {
    const value = valueOf(param, found.get(param));
    if (value === undefined) continue;
    if (param.id === id) own[param.name] = value;
    else if (found.has(param))
      others.set(param.id, { ...others.get(param.id), [param.name]: value });
  }
  return { own, others };
}

function* entriesLike(
  document: OpenDocument,
  template: EntryTemplate,
): Iterable<Captured> {
  const [key, ...more] = template.key;
  if (key?.kind === "text" && more.length === 0) {
    const [entry] = document.named(template.list, key.text);
    if (entry) yield* leavesLike(entry, template);
    return;
  }
  for (const entry of document.entriesOf(template.list)) {
    const captured = capture(template.key, entry.key);
    if (!captured) continue;
    yield asItems(captured);
    yield* leavesLike(entry, template);
  }
}

function* leavesLike(
  { value }: DocumentEntry,
  { leaves }: EntryTemplate,
): Iterable<Captured> {
  for (const { path, parts } of leaves) {
    const text = leafAt(value, path);
    const captured = text === undefined ? null : capture(parts, open(text));
    if (captured) yield captured;
  }
}

/** The item of a list that names an entry. */
function asItems(captured: Captured): Captured {
  return new Map(
    [...captured].map(([param, value]) => [
      param,
      param.type === "list" && typeof value === "string" ? [value] : value,
    ]),
  );
}

/** A parameter's value; what is nowhere to be seen is empty. */
function valueOf(
  { type }: ParamKey,
  found: string | readonly string[] | undefined,
): ParamValue | undefined {
  if (type === "number") {
    const digits = typeof found === "string" && /^\d{1,15}$/.test(found);
    return digits ? Number(found) : undefined;
  }
  if (type === "list") {
    const items = typeof found === "string" ? [found] : (found ?? []);
    return items.filter((item) => item !== "");
  }
  return typeof found === "string" ? found : "";
}
