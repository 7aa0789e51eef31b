import type { Path } from "@/lib/butane";

/** The value at a path, or undefined where the path leads nowhere. */
export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    root,
  );
}

/**
 * A copy of `root` with `value` at `path`; everything beside the path is shared with the original. An undefined
 * value removes an object's key or a list's item.
 */
export function setAt<Root>(root: Root, path: Path, value: unknown): Root {
  const [key, ...rest] = path;
  if (key === undefined) return value as Root;
  const next =
    rest.length === 0
      ? value
      : setAt(
          (root as Record<string | number, unknown> | undefined)?.[key],
          rest,
          value,
        );
  if (Array.isArray(root) || (root === undefined && typeof key === "number")) {
    const items: unknown[] = Array.isArray(root) ? [...root] : [];
    const index = Number(key);
    if (next === undefined) items.splice(index, 1);
    else items[index] = next;
    return items as Root;
  }
  const { [key]: _, ...others } = { ...(root as object) } as Record<
    string | number,
    unknown
  >;
  if (next === undefined) return others as Root;
  // The key keeps its place in the object.
  return { ...(root as object), [key]: next } as Root;
}

/** A copy of `root` with each of the values at its path, one after the other. */
export function withEdits<Root>(
  root: Root,
  edits: readonly { readonly path: Path; readonly value: unknown }[],
): Root {
  return edits.reduce(
    (changed, { path, value }) => setAt(changed, path, value),
    root,
  );
}
