import type { DocumentEntry, OpenDocument } from "../../edit";
import type { ParamValue } from "../extension";
import { captureIn, leafAt, type EntryTemplate, type Probe } from "./probe";
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
    for (const [param, value] of capturedBy(document, template)) {
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

/** The entries that a template may have made, each with what its name holds. */
export function* entriesLike(
  document: OpenDocument,
  template: EntryTemplate,
): Iterable<readonly [DocumentEntry, Captured]> {
  const [key, ...more] = template.key;
  if (key?.kind === "text" && more.length === 0) {
    for (const entry of document.named(template.list, key.text))
      yield [entry, nothing];
    return;
  }
  for (const entry of document.entriesOf(template.list)) {
    const captured = capture(template.key, entry.key);
    if (captured) yield [entry, asItems(captured)];
  }
}

const nothing: Captured = new Map();

function* capturedBy(
  document: OpenDocument,
  template: EntryTemplate,
): Iterable<readonly [ParamKey, string | readonly string[]]> {
  for (const [entry, named] of entriesLike(document, template)) {
    yield* named;
    for (const captured of leavesLike(entry, template)) yield* captured;
  }
}

function* leavesLike(
  { value }: DocumentEntry,
  { leaves }: EntryTemplate,
): Iterable<Captured> {
  for (const { path, parts } of leaves) {
    const text = leafAt(value, path);
    const captured = text === undefined ? null : captureIn(parts, text);
    if (captured) yield asItems(captured);
  }
}

/** A single item of a list is a list. */
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
