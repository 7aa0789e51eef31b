import { decodeUtf8 } from "../utf8";
import type { YamlAlias, YamlNode } from "./node";
import { resolve, type Resolved } from "./resolve";

/** A node that is not an alias: follow aliases first (`YamlAlias.target`). */
export type ConcreteNode = Exclude<YamlNode, YamlAlias>;

/**
 * What decoding a node for a field of a known type comes to, as in yaml.v3:
 *
 * - `value`: the field is set;
 * - `null`: the field stays as it was, and an element of a list of non-pointers is dropped;
 * - `mismatch`: the node has another type; yaml.v3 goes on and lists all of these at the end;
 * - `failure`: yaml.v3 gives up at once (`!!int abc`, damaged `!!binary`).
 *
 * `detail` is upstream's sentence without its `line N: `.
 */
export type Decoded<Value> =
  | { readonly state: "value"; readonly value: Value }
  | { readonly state: "null" }
  | { readonly state: "mismatch"; readonly detail: string }
  | { readonly state: "failure"; readonly detail: string };

/** Decodes into a string: a number or a date keeps its source text, `!!binary` is decoded. */
export function decodeString(
  node: ConcreteNode,
  type = "string",
): Decoded<string> {
  return decodeScalar(node, type, (resolved, source) =>
    resolved.tag === "!!binary" ? String(resolved.value) : source,
  );
}

/**
 * Decodes into Go's `int`. Floats lose their fraction as they do there. The value is a number where a number holds it
 * exactly, else a bigint.
 */
export function decodeInt(
  node: ConcreteNode,
  type = "int",
): Decoded<number | bigint> {
  return decodeScalar(node, type, ({ value }) => {
    if (typeof value === "bigint") {
      return value <= MAX_INT64 ? narrow(value) : undefined;
    }
    return typeof value === "number" ? truncate(value) : undefined;
  });
}

const MAX_INT64 = 2n ** 63n - 1n;
const MIN_INT64 = -(2n ** 63n);

function narrow(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** Go compares with the limit as a float, which is one too many, and wraps whatever does not fit to the lowest integer. */
function truncate(value: number): number | bigint | undefined {
  if (Number.isNaN(value) || value > 2 ** 63) return undefined;
  if (value >= 2 ** 63 || value < -(2 ** 63)) return MIN_INT64;
  return narrow(BigInt(Math.trunc(value)));
}

const YES = new Set(["y", "Y", "yes", "Yes", "YES", "on", "On", "ON"]);
const NO = new Set(["n", "N", "no", "No", "NO", "off", "Off", "OFF"]);

/** Decodes into a bool: YAML 1.1's words count here, quoted or not, while `"true"` in quotes does not. */
export function decodeBool(
  node: ConcreteNode,
  type = "bool",
): Decoded<boolean> {
  return decodeScalar(node, type, ({ value }) => {
    if (typeof value === "boolean") return value;
    if (typeof value !== "string") return undefined;
    return YES.has(value) ? true : NO.has(value) ? false : undefined;
  });
}

/**
 * What yaml.v3 says of a node that cannot become a `type`, where that is a struct, a list or any other type without
 * scalars. A null scalar is no mismatch (it leaves the field alone), and text that contradicts its own tag is a failure.
 */
export function decodeMismatch(
  node: ConcreteNode,
  type: string,
): Decoded<never> {
  return decodeScalar<never>(node, type, () => undefined);
}

/** Whether yaml.v3 treats the node as null, which keeps a pointer nil before anything is decoded. */
export function isNull(node: YamlNode): boolean {
  return (node.kind === "alias" ? node.target.tag : node.tag) === "!!null";
}

/** Whether a mapping's key asks for a merge: `<<`, unless it is quoted or tagged otherwise. */
export function isMergeKey(key: YamlNode): boolean {
  return key.kind === "scalar" && key.value === "<<" && key.tag === "!!merge";
}

function decodeScalar<Value>(
  node: ConcreteNode,
  type: string,
  convert: (resolved: Resolved, source: string) => Value | undefined,
): Decoded<Value> {
  if (node.kind !== "scalar") return mismatch(node.tag, "", type);
  const resolved = interpret(node.tag, node.value);
  if ("failure" in resolved) {
    return { state: "failure", detail: resolved.failure };
  }
  if (resolved.value === null) return { state: "null" };
  const value = convert(resolved, node.value);
  if (value !== undefined) return { state: "value", value };
  return mismatch(node.tag, node.value, type);
}

function interpret(tag: string, value: string) {
  if (tag !== "!!binary") return resolve(tag, value);
  const bytes = decodeBase64(value);
  if (bytes) return { tag, value: decodeUtf8(bytes) };
  return { failure: "!!binary value contains invalid base64 data" };
}

/** Go's decoder: padding is required, line breaks are skipped, nothing else is. */
function decodeBase64(text: string): Uint8Array | undefined {
  const compact = text.replace(/[\r\n]+/g, "");
  if (compact.length % 4 !== 0) return undefined;
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) return undefined;
  return Uint8Array.from(atob(compact), (byte) => byte.charCodeAt(0));
}

/** For these two tags upstream shows a text as it is, which only matters where a scalar wears one of them. */
const COLLECTIONS = new Set(["!!seq", "!!map"]);

function mismatch(tag: string, value: string, type: string) {
  const shown = COLLECTIONS.has(tag) ? value : ` \`${brief(value)}\``;
  const detail = `cannot unmarshal ${tag}${shown} into ${type}`;
  return { state: "mismatch", detail } as const;
}

/** yaml.v3 counts bytes, and shows seven of them when there are more than ten. */
function brief(value: string): string {
  const bytes = new TextEncoder().encode(value.slice(0, 11));
  if (bytes.length <= 10) return value;
  return `${new TextDecoder().decode(bytes.subarray(0, 7))}...`;
}
