import { textOf } from "../emit/join";
import { pairOf, type Tree } from "../emit/tree";

/** The field that names the items of a list, or several, of which the first that says something counts. */
export type NameField = string | readonly string[];

/** What names an entry of a draft: its path, name or device, or the entry itself where it is a text. */
export function nameOfItem(tree: Tree, key?: NameField): string {
  if (tree.kind !== "mapping") return textOf(tree) ?? "";
  return nameIn(key ?? ["path", "name"], (field) =>
    textOf(pairOf(tree, field)?.value),
  );
}

/** The first of some fields that says something. */
export function nameIn(
  key: NameField,
  textOfField: (field: string) => string | undefined,
): string {
  if (typeof key === "string") return textOfField(key) ?? "";
  // A partition's number 0 stands for the next free one.
  const named = key.find((field) => !/^0?$/.test(textOfField(field) ?? ""));
  return named === undefined ? "" : (textOfField(named) ?? "");
}
