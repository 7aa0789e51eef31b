import type { Path } from "../path";
import { warning, type Entry } from "../report";
import type { YamlNode } from "../source";
import { writtenKey, type Values } from "./decode";
import type { Shape, ShapeField } from "./shape";

/**
 * Warns of keys that no field reads.
 *
 * Looks at the text as it stands, as Butane does: below an alias or a `null` there is nothing to compare with, which
 * gives one warning, and a merge key is itself a key that no field reads.
 */
export function unusedKeys(
  root: YamlNode | null,
  shape: Shape,
  value: Values,
): Entry[] {
  const report: Entry[] = [];
  if (root) look(root, shape, value, []);
  return report;

  function look(node: YamlNode, one: Shape, values: Values, at: Path): void {
    if (node.kind !== "mapping") {
      report.push(warning("struct-not-in-text", at));
      return;
    }
    for (const pair of node.pairs) {
      const key = writtenKey(pair.key);
      const field = one.fields.get(key);
      if (!field) {
        report.push(warning("unused-key", [...at, key], { key }));
      } else if (field.shape) {
        descend(pair.value, field, values[key], [...at, key]);
      }
    }
  }

  function descend(
    node: YamlNode,
    field: ShapeField,
    value: unknown,
    at: Path,
  ): void {
    const shape = field.shape!;
    if (field.pointer && value === undefined) return;
    if (field.kind === "struct") {
      look(node, shape, (value as Values | undefined) ?? {}, at);
    } else if (node.kind === "sequence" && Array.isArray(value)) {
      // Decoding drops items that are null, and what follows them is compared with the wrong text, upstream too. Inside
      // such a pair there may be more items than the text has.
      (value as Values[]).slice(0, node.items.length).forEach((item, index) => {
        look(node.items[index]!, shape, item, [...at, index]);
      });
    }
  }
}
