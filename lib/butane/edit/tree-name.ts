import { textOf } from "../emit/join";
import type { Tree } from "../emit/tree";

/** What names an entry of a draft: its path or name, or the entry itself where it is a text. */
export function nameOfItem(tree: Tree): string {
  if (tree.kind !== "mapping") return textOf(tree) ?? "";
  const named = tree.pairs.find(({ key }) => key === "path" || key === "name");
  return textOf(named?.value) ?? "";
}
