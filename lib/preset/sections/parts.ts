import {
  createDocument,
  draftEntries,
  missingFrom,
  valueAt,
  type ButaneDocument,
  type Draft,
  type DraftEntry,
  type OpenDocument,
  type Path,
  type PlainValue,
} from "@/lib/butane";
import { sameText } from "@/lib/same";
import type { ReadContext, Schema } from "../section";

/** Fields that are written, read and taken back as one. */
export interface Group<Value> {
  /** Writes nothing where nothing is filled in. */
  compose(value: Value, document: ButaneDocument, at: Path): void;
  /** What a document may mean by what it holds. Nothing of it is believed but what `compose` writes just so. */
  read(document: OpenDocument): Value | undefined;
}

/** Items of a list, each of which is written, read and taken back alone. */
export interface Items<Item> {
  readonly items: true;
  compose(item: Item, document: ButaneDocument, at: Path): void;
  read(document: OpenDocument): readonly Item[];
  /** What tells an item from the others, so that a changed one keeps its place. */
  key(item: Item): string;
}

/** The parts of a section, in the order they write: one for every key of its value. */
export type Parts<Value> = {
  readonly [Key in keyof Value]:
    | Group<Value[Key]>
    | (Value[Key] extends readonly (infer Item)[] ? Items<Item> : never);
};

// What is said here holds for parts of any type, and each part is only ever given values of its own.
type AnyPart = Group<unknown> | Items<unknown>;
type AnyValue = Readonly<Record<string, unknown>>;

/** Makes `compose`, `read` and `without` of a section that consists of parts. */
export function ofParts<Value extends object>(
  id: string,
  parts: Parts<Value>,
  initial: Value,
) {
  const all = Object.entries(parts) as [string, AnyPart][];
  return {
    compose(value: Value, { document }: { document: ButaneDocument }): void {
      if (value === initial) return;
      for (const [key, part] of all) {
        const now = (value as AnyValue)[key];
        if (now !== (initial as AnyValue)[key])
          composePart(part, now, document, [id, key]);
      }
    },
    read(context: ReadContext): Value {
      const known = (context.prior as unknown as Record<string, AnyValue>)[id]!;
      const read = all.map(([key, part]) => [
        key,
        "items" in part
          ? readItems(part, known[key] as readonly unknown[], context)
          : readGroup(part, known[key], (initial as AnyValue)[key], context),
      ]);
      const value = Object.fromEntries(read) as AnyValue;
      // What stays as it is stays the same object, and nobody has to look at it again.
      return ([known, initial as AnyValue].find((one) =>
        all.every(([key]) => one[key] === value[key]),
      ) ?? value) as Value;
    },
    without(value: Value, fields: readonly Path[]): Value {
      return Object.fromEntries(
        all.map(([key, part]) => {
          const own = fields.filter(([, field]) => field === key);
          const now = (value as AnyValue)[key];
          if (own.length === 0) return [key, now];
          if (!("items" in part)) return [key, (initial as AnyValue)[key]];
          const gone = new Set(own.map(([, , index]) => index));
          return [
            key,
            (now as readonly unknown[]).filter((_, index) => !gone.has(index)),
          ];
        }),
      ) as Value;
    },
    /** Items of lists, and groups in which anything is filled in. */
    count(value: Value): number {
      return all.reduce((sum, [key, part]) => {
        const now = (value as AnyValue)[key];
        if ("items" in part) return sum + (now as readonly unknown[]).length;
        return sum + (sameText(now, (initial as AnyValue)[key]) ? 0 : 1);
      }, 0);
    },
  };
}

function composePart(
  part: AnyPart,
  value: unknown,
  document: ButaneDocument,
  at: Path,
): void {
  if (!("items" in part)) part.compose(value, document, at);
  else
    (value as readonly unknown[]).forEach((item, index) =>
      part.compose(item, document, [...at, index]),
    );
}

function readGroup(
  part: Group<unknown>,
  known: unknown,
  initial: unknown,
  context: ReadContext,
): unknown {
  const found = part.read(context.document);
  if (found === undefined && known === initial) return initial;
  const before = draftOf(part, known);
  const draft = found === undefined ? undefined : draftOf(part, found);
  const shows =
    draft !== undefined && isOurs(draft, context) ? draft : undefined;
  if (isSilent(before)) return shows ? found : known;
  if (shows && !sameEntries(shows, before)) return found;
  return isOurs(before, context) ? known : initial;
}

function readItems(
  part: Items<unknown>,
  known: readonly unknown[],
  context: ReadContext,
): readonly unknown[] {
  const found = part
    .read(context.document)
    .map((item) => ({ item, draft: draftOf(part, item) }))
    .filter(({ draft }) => isOurs(draft, context));
  const kept = known.flatMap((item) => {
    const before = draftOf(part, item);
    // What writes nothing yet is being filled in, and no document tells of it.
    if (isSilent(before)) return [item];
    const twin = found.findIndex(({ draft }) => sameEntries(draft, before));
    if (twin >= 0) {
      found.splice(twin, 1);
      return [item];
    }
    const changed = found.findIndex(
      (one) => part.key(one.item) === part.key(item),
    );
    if (changed >= 0) return [found.splice(changed, 1)[0]!.item];
    return isOurs(before, context) ? [item] : [];
  });
  const items = [...kept, ...found.map(({ item }) => item)];
  const same =
    items.length === known.length &&
    items.every((item, index) => item === known[index]);
  return same ? known : items;
}

function draftOf(part: AnyPart, value: unknown): Draft {
  const document = createDocument({ variant: "flatcar", version: "1.0.0" });
  part.compose(value, document, []);
  return document;
}

function isSilent(draft: Draft): boolean {
  return draftEntries(draft).length === 0;
}

/** Whether a document holds all that a draft writes, and no section before this one writes it already. */
function isOurs(draft: Draft, context: ReadContext): boolean {
  return (
    !isSilent(draft) &&
    missingFrom(context.document, draft).length === 0 &&
    !draftEntries(draft).every((entry) => isWritten(entry, context.written))
  );
}

function isWritten(entry: DraftEntry, written: readonly DraftEntry[]): boolean {
  return written.some(
    ({ list, key, value }) =>
      list === entry.list && key === entry.key && covers(value, entry.value),
  );
}

/** Whether a value says all that another says; of drop-ins and the like, each one. */
function covers(value: PlainValue, part: PlainValue): boolean {
  if (Array.isArray(part))
    return (
      Array.isArray(value) &&
      part.every((item: PlainValue) =>
        value.some((one: PlainValue) => covers(one, item)),
      )
    );
  if (typeof part !== "object" || part === null) return value === part;
  return Object.keys(part).every((key) => {
    const inner = valueAt(value, key);
    return inner !== undefined && covers(inner, valueAt(part, key)!);
  });
}

function sameEntries(one: Draft, other: Draft): boolean {
  return sameText(draftEntries(one), draftEntries(other));
}

/** What the fields of a schema hold at first; every one of them names its default. */
export function defaultsOf<Value>(schema: Schema): Value {
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([key, part]) => [
      key,
      part.default,
    ]),
  ) as Value;
}
