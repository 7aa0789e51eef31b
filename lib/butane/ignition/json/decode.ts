import type { Field, List, Scalar, Struct } from "../struct";
import type { JsonArray, JsonNode, JsonObject, JsonScalar } from "./parse";

/** A value of a type the spec does not want there. */
export interface TypeProblem {
  /** What is wanted: the kind of a field. */
  readonly wanted: (Struct | Scalar | List)["kind"];
  readonly found: JsonNode["kind"];
  /** Where upstream reports it: behind a text or number, behind the bracket that opens anything else. */
  readonly offset: number;
}

export interface Decoded {
  readonly value: Readonly<Record<string, unknown>>;
  /** The first, or nothing. */
  readonly problem?: TypeProblem;
}

/**
 * Reads a struct out of JSON as leniently as Go does: keys match whatever their case, unknown ones are passed
 * over, `null` leaves a value as it is, and a key that comes twice adds to what it brought the first time.
 */
export function decodeJson(node: JsonNode, struct: Struct): Decoded {
  const decoder = new Decoder();
  const value = decoder.decode(node, struct, undefined) ?? {};
  const decoded = { value: value as Decoded["value"] };
  return decoder.problem ? { ...decoded, problem: decoder.problem } : decoded;
}

class Decoder {
  problem: TypeProblem | undefined;

  decode(
    node: JsonNode,
    type: Struct | Scalar | List,
    earlier: unknown,
  ): unknown {
    if (node.kind === "null") return earlier;
    if (type.kind === "struct" && node.kind === "object") {
      return this.#decodeStruct(node, type, (earlier ?? {}) as Plain);
    }
    if (type.kind === "list" && node.kind === "array") {
      return this.#decodeList(node, type, (earlier ?? []) as unknown[]);
    }
    const scalar = decodeScalar(node, type);
    if (scalar !== undefined) return scalar;
    this.problem ??= {
      wanted: type.kind,
      found: node.kind,
      offset:
        node.kind === "object" || node.kind === "array"
          ? node.start + 1
          : node.end,
    };
    return earlier;
  }

  #decodeStruct(node: JsonObject, struct: Struct, earlier: Plain): Plain {
    const value: Plain = { ...earlier };
    for (const { key, value: member } of node.members) {
      const field = fieldOf(struct, key);
      if (!field) continue;
      const mayBeUnset = field.pointer || field.type.kind === "list";
      const inner =
        member.kind === "null" && mayBeUnset
          ? undefined
          : this.decode(member, field.type, value[field.key]);
      if (inner === undefined) delete value[field.key];
      else value[field.key] = inner;
    }
    return value;
  }

  #decodeList(node: JsonArray, list: List, earlier: unknown[]): unknown[] {
    const nothing = list.of.kind === "struct" ? {} : "";
    return node.items.map(
      (item, index) => this.decode(item, list.of, earlier[index]) ?? nothing,
    );
  }
}

type Plain = Record<string, unknown>;

const largest = 2n ** 63n;
const loneSurrogate =
  /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function decodeScalar(
  node: JsonNode,
  type: Struct | Scalar | List,
): string | number | bigint | boolean | undefined {
  if (node.kind === "string" && type.kind === "string") {
    return node.text.replace(loneSurrogate, "\ufffd");
  }
  if (node.kind === "bool" && type.kind === "bool") return node.text === "true";
  if (node.kind === "number" && type.kind === "int") return integer(node);
  return undefined;
}

function integer({ text }: JsonScalar): number | bigint | undefined {
  // No integer that fits is longer, and turning a long one into a number takes quadratic time.
  if (text.length > 20 || !/^-?[0-9]+$/.test(text)) return undefined;
  const exact = BigInt(text);
  if (exact < -largest || exact >= largest) return undefined;
  const rounded = Number(text);
  return Number.isSafeInteger(rounded) ? rounded + 0 : exact;
}

function fieldOf(struct: Struct, key: string): Field | undefined {
  const exact = struct.fields.find((field) => field.key === key);
  if (exact) return exact;
  const folded = fold(key);
  return struct.fields.find((field) => fold(field.key) === folded);
}

/** Two letters outside ASCII count as an s and a k in another case. */
function fold(key: string): string {
  return key.replaceAll("ſ", "s").replaceAll("\u212a", "k").toLowerCase();
}
