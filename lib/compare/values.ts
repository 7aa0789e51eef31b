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
