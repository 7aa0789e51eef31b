import type { Path } from "@/lib/butane";

/** A value as text that is equal exactly when the values are, whatever the order of their keys. */
export function fingerprint(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    // Go's integers may be larger than JavaScript's numbers.
    if (typeof inner === "bigint") return `${inner}`;
    if (typeof inner !== "object" || inner === null || Array.isArray(inner))
      return inner;
    return Object.fromEntries(
      Object.entries(inner)
        .filter(([, one]) => one !== undefined)
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  });
}

export function same(one: unknown, other: unknown): boolean {
  return fingerprint(one) === fingerprint(other);
}

export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    root,
  );
}

/** A copy with another value at a path that leads somewhere. */
export function withValueAt<Root>(
  root: Root,
  path: Path,
  value: unknown,
): Root {
  const copy = structuredClone(root);
  const parent = valueAt(copy, path.slice(0, -1));
  (parent as Record<string | number, unknown>)[path.at(-1)!] = value;
  return copy;
}

/** Items that one list has and the other has not, each as often as it is missing. */
export function missing<Item>(
  from: readonly Item[],
  other: readonly Item[],
): Item[] {
  const rest = [...other];
  return from.filter((item) => {
    const at = rest.indexOf(item);
    if (at < 0) return true;
    rest.splice(at, 1);
    return false;
  });
}
