import type { Path } from "@/lib/butane";
import type { ChangeKind } from "./comparison";
import type { Entry, EntryOf, EntryType } from "./entries";
import type { Side } from "./side";
import { fingerprint } from "./values";

/** An entry of the two Ignition configs that is not the same in both. */
export interface EntryChange {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly before?: Entry;
  readonly after?: Entry;
  /** Holds a secret, on either side. */
  readonly secret: boolean;
  /** Stands in text that somebody typed, where no field says what is secret. */
  readonly typed: boolean;
  readonly field?: { readonly side: "before" | "after"; readonly path: Path };
}

/** Every entry of the two Ignition configs that is not the same in both; what is gone comes last, its last entry first. */
export function changedEntries(before: Side, after: Side): EntryChange[] {
  // What was set up last is taken away first: a user before its group.
  const gone = [...before.entries.keys()].reverse();
  const ids = new Set([...after.entries.keys(), ...gone]);
  return [...ids].flatMap((id) => {
    const old = before.entries.get(id);
    const now = after.entries.get(id);
    if (fingerprint(old?.value) === fingerprint(now?.value)) return [];
    const side = now ? ("after" as const) : ("before" as const);
    const path = (now ? after : before).fieldAt((now ?? old)!.path);
    return [
      {
        id,
        kind: old && now ? "changed" : now ? "added" : "removed",
        ...(old ? { before: old } : {}),
        ...(now ? { after: now } : {}),
        typed:
          !path ||
          path[0] === "rest" ||
          (now ? after : before).preset.rest.whole,
        secret: before.secret.has(id) || after.secret.has(id),
        ...(path ? { field: { side, path } } : {}),
      } satisfies EntryChange,
    ];
  });
}

/** The values of a change, where it is one of a type. */
export function valuesOf<Type extends EntryType>(
  type: Type,
  { before, after }: EntryChange,
): {
  readonly before: EntryOf<Type>["value"] | undefined;
  readonly after: EntryOf<Type>["value"] | undefined;
} {
  const valueOf = (entry: Entry | undefined) =>
    entry?.type === type ? (entry.value as EntryOf<Type>["value"]) : undefined;
  return { before: valueOf(before), after: valueOf(after) };
}

/** What a change is about; both sides agree in it. */
export function entryOf({ before, after }: EntryChange): Entry {
  return (after ?? before)!;
}
