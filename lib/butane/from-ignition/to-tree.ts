import { inReadingOrder } from "../emit/key-order";
import {
  scalar,
  sequence,
  type Tree,
  type TreeMapping,
  type TreePair,
  type TreeScalar,
} from "../emit/tree";
import type { Values } from "../struct/decode";
import type { Shape, ShapeField } from "../struct/shape";

/** Values of a struct as the tree that is printed, keys in the order people read them. */
export function toTree(values: Values, { name, fields }: Shape): TreeMapping {
  const pairs: TreePair[] = [];
  for (const [key, field] of fields) {
    const value = values[key];
    if (value !== undefined && !isEmpty(value, field)) {
      pairs.push({ key, value: fieldTree(value, field) });
    }
  }
  return { kind: "mapping", pairs: inReadingOrder(name, pairs) };
}

function fieldTree(value: unknown, { name, shape }: ShapeField): Tree {
  if (Array.isArray(value)) {
    const items = value as readonly unknown[];
    return sequence(
      items.map((item) =>
        shape ? toTree(item as Values, shape) : scalar(item as string),
      ),
    );
  }
  if (shape) return toTree(value as Values, shape);
  const one = scalar(value as TreeScalar["value"]);
  return name === "mode" ? { ...one, octal: true } : one;
}

/** An empty list or struct says nothing; Butane leaves it out of what it makes. */
function isEmpty(value: unknown, { kind, shape }: ShapeField): boolean {
  if (kind === "list") return (value as readonly unknown[]).length === 0;
  return (
    kind === "struct" && toTree(value as Values, shape!).pairs.length === 0
  );
}
