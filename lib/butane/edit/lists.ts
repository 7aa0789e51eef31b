import { structs } from "../base/v0_8_exp/schema";
import type { List } from "../emit/lists";
import { shapesOf, type Shape, type ShapeField } from "../struct/shape";

export { listNamed, lists, type List } from "../emit/lists";

// The newest spec has every field of the older ones, and none has changed its type on the way.
export const config: Shape = shapesOf(structs).get("Config")!;

/** How the fields of a list's entries are read. */
export function fieldOf({ path }: List): ShapeField {
  let field: ShapeField | undefined;
  for (const key of path) field = (field?.shape ?? config).fields.get(key)!;
  return field!;
}
