import {
  decodeBool,
  decodeInt,
  decodeString,
  isNull,
  type ConcreteNode,
  type Decoded,
  type YamlMapping,
  type YamlNode,
} from "../source";
import { resolve } from "../source/resolve";
import type { Shape, ShapeField } from "../struct/shape";
import { concrete, membersOf } from "./members";
import type { PlainValue } from "../emit/plain";

// Deeper than this nobody's node config is.
const deepest = 200;

/**
 * A value as plain data, read for its field: `mode: 0644` is a number, `yes` a word where text is wanted. What is null
 * counts as not being there, as in Butane. What does not fit its field comes back as YAML sees it.
 */
export function plainValue(
  node: YamlNode,
  field: ShapeField | undefined,
  depth = 0,
): PlainValue | undefined {
  const found = concrete(node);
  if (isNull(found) || depth > deepest) return undefined;
  switch (found.kind) {
    case "mapping":
      return plainMapping(found, field?.shape, depth);
    case "sequence":
      return found.items.flatMap((item) => {
        const one = plainValue(item, field && itemOf(field), depth + 1);
        return one === undefined ? [] : [one];
      });
    case "scalar":
      return plainScalar(found, field?.kind);
  }
}

/** The field of each item of a list: the same struct, or text. */
function itemOf(field: ShapeField): ShapeField {
  return { ...field, kind: field.shape ? "struct" : "text" };
}

function plainMapping(
  mapping: YamlMapping,
  shape: Shape | undefined,
  depth: number,
): PlainValue {
  const entries: [string, PlainValue][] = [];
  for (const [name, { value }] of membersOf(mapping)) {
    const plain = plainValue(value, shape?.fields.get(name), depth + 1);
    if (plain !== undefined) entries.push([name, plain]);
  }
  return Object.fromEntries(entries);
}

function plainScalar(
  node: Extract<ConcreteNode, { kind: "scalar" }>,
  kind: ShapeField["kind"] | undefined,
): PlainValue | undefined {
  const decoded = decodeFor(node, kind);
  if (decoded?.state === "null") return undefined;
  if (decoded?.state === "value") return narrow(decoded.value);
  const resolved = resolve(node.tag, node.value);
  return "failure" in resolved ? node.value : narrow(resolved.value ?? "");
}

function decodeFor(
  node: ConcreteNode,
  kind: ShapeField["kind"] | undefined,
): Decoded<string | boolean | number | bigint> | undefined {
  if (kind === "text") return decodeString(node);
  if (kind === "integer") return decodeInt(node);
  return kind === "flag" ? decodeBool(node) : undefined;
}

/** What no number holds exactly stays in digits. */
function narrow(value: string | boolean | number | bigint): PlainValue {
  if (typeof value !== "bigint") return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}
