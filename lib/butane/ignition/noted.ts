import type { Path } from "../path";
import type { Field, List, Scalar, Struct } from "./struct";

type Plain = { readonly [key: string | number]: Plain };
type Type = Struct | Scalar | List;

/**
 * Whether upstream's translation would know where a value of a config came from. It notes what it copies: values that
 * are no pointers always, everything else where it is there and not empty.
 */
export function isNoted(
  type: Type | undefined,
  value: unknown,
  [key, ...rest]: Path,
): boolean {
  if (!type) return false;
  if (key === undefined) return isCopied(type, value as Plain);
  const inner = (value as Plain | undefined)?.[key];
  if (type.kind === "list") {
    return inner !== undefined && isNoted(type.of, inner, rest);
  }
  const field = fieldsOf(type).find((one) => one.key === key);
  if (inner === undefined && field && mayBeNil(field)) return false;
  return isNoted(field?.type, inner, rest);
}

function fieldsOf(type: Type): readonly Field[] {
  return type.kind === "struct" ? type.fields : [];
}

/** Go's pointers and lists, of which there may be none; everything else has at least a zero value. */
function mayBeNil({ pointer, type }: Field): boolean {
  return pointer || type.kind === "list";
}

function isCopied(type: Type, value: Plain | undefined): boolean {
  return (
    type.kind !== "struct" ||
    copiedByField.has(type.name) ||
    !isZero(value, type)
  );
}

/** Structs whose fields upstream copies one by one, so that it has a note of the path even when it is empty. */
const copiedByField: ReadonlySet<string> = new Set([
  "Directory",
  "File",
  "Link",
]);

/** Go's zero value: an empty list is something else than none. */
function isZero(value: Plain | undefined, { fields }: Struct): boolean {
  return fields.every((field) => {
    const inner = value?.[field.key];
    if (inner === undefined) return true;
    if (mayBeNil(field)) return false;
    return field.type.kind === "struct" ? isZero(inner, field.type) : !inner;
  });
}
