import { textOf } from "../emit/join";
import type { List } from "../emit/lists";
import type { Tree } from "../emit/tree";

/** What names an entry of a draft: its path, name or device, or the entry itself where it is a text. */
export function nameOfItem(tree: Tree, key?: List["key"]): string {
  if (tree.kind !== "mapping") return textOf(tree) ?? "";
  const named = tree.pairs.find((pair) =>
    key ? pair.key === key : pair.key === "path" || pair.key === "name",
  );
  return textOf(named?.value) ?? "";
}
