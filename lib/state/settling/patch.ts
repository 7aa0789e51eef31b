/** What makes one value of another, as data that can be sent; undefined where they are equal. */
export type Patch =
  | { readonly value: unknown }
  | {
      /** What differs, by key. */
      readonly parts: readonly (readonly [string | number, Patch])[];
      /** All keys in their order, where they are not those from before. */
      readonly keys?: readonly string[];
      /** Of a list that is longer or shorter now. */
      readonly length?: number;
    };

/** What makes `after` of `before`. Lists and plain objects are gone through; anything else is one piece. */
export function patchOf(before: unknown, after: unknown): Patch | undefined {
  if (Object.is(before, after)) return undefined;
  if (Array.isArray(before) && Array.isArray(after)) {
    const parts = differing(before, after, [...after.keys()]);
    if (before.length !== after.length) return { parts, length: after.length };
    return parts.length > 0 ? { parts } : undefined;
  }
  if (!isPlain(before) || !isPlain(after)) return { value: after };
  const keys = Object.keys(after);
  const parts = differing(before, after, keys);
  if (!sameList(Object.keys(before), keys)) return { parts, keys };
  return parts.length > 0 ? { parts } : undefined;
}

/** `before` with a patch applied: what the patch does not touch is the same object. */
export function patched<Value>(before: Value, patch: Patch | undefined): Value;
export function patched(before: unknown, patch: Patch | undefined): unknown {
  if (!patch) return before;
  if ("value" in patch) return patch.value;
  if (Array.isArray(before)) {
    const after = before.slice(0, patch.length);
    for (const [index, part] of patch.parts)
      after[Number(index)] = patched(after[Number(index)], part);
    return after;
  }
  const known = before as Record<string, unknown>;
  const parts = new Map(patch.parts);
  // By entries: a key may be called `__proto__`.
  return Object.fromEntries(
    (patch.keys ?? Object.keys(known)).map((key) => {
      const one = Object.hasOwn(known, key) ? known[key] : undefined;
      return [key, patched(one, parts.get(key))];
    }),
  );
}

function differing<Key extends string | number>(
  before: object,
  after: object,
  keys: readonly Key[],
): (readonly [Key, Patch])[] {
  return keys.flatMap((key) => {
    const value = (after as Record<Key, unknown>)[key];
    const part = Object.hasOwn(before, key)
      ? patchOf((before as Record<Key, unknown>)[key], value)
      : { value };
    return part ? [[key, part] as const] : [];
  });
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return (
    one.length === other.length && one.every((key, at) => key === other[at])
  );
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
