import { sameTree } from "../emit/join";
import { lists } from "../emit/lists";
import { pairOf, type Tree } from "../emit/tree";

const listPaths: ReadonlySet<string> = new Set(lists.map(({ name }) => name));
/** What lists stand in, at any depth: `ignition`, `ignition.config`. */
const parents: ReadonlySet<string> = new Set(
  lists.flatMap(({ path }) =>
    path.slice(1).map((_, index) => path.slice(0, index + 1).join(".")),
  ),
);

/** What of a value is new, where the document has no value to change; nothing where it is what was said before. */
export function additions(
  before: Tree | undefined,
  after: Tree,
  at: readonly string[],
): Tree | undefined {
  if (!before) return after;
  const path = at.join(".");
  if (
    parents.has(path) &&
    before.kind === "mapping" &&
    after.kind === "mapping"
  ) {
    const pairs = after.pairs.flatMap((pair) => {
      const was = pairOf(before, pair.key)?.value;
      const value = additions(was, pair.value, [...at, pair.key]);
      return value ? [{ ...pair, value }] : [];
    });
    return pairs.length > 0 ? { kind: "mapping", pairs } : undefined;
  }
  if (
    listPaths.has(path) &&
    before.kind === "sequence" &&
    after.kind === "sequence"
  ) {
    const items = after.items.filter(
      (item) => !before.items.some(({ value }) => sameTree(value, item.value)),
    );
    return items.length > 0 ? { kind: "sequence", items } : undefined;
  }
  return sameTree(before, after) ? undefined : after;
}
