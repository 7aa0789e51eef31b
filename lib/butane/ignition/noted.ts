import type { Path } from "../path";
import type { List, Scalar, Struct } from "./struct";

/**
 * Whether upstream's translation would know where a value of a config came from. It notes what it copies: values that
 * are no pointers always, everything else where it is there and not empty.
 */
export function isNoted(struct: Struct, config: unknown, path: Path): boolean {
  let type: Struct | Scalar | List = struct;
  let value = config as Plain | undefined;
  for (const key of path) {
    if (type.kind === "list") {
      type = type.of;
      value = value?.[key];
      if (value === undefined) return false;
    } else {
      const fields: Struct["fields"] =
        type.kind === "struct" ? type.fields : [];
      const field = fields.find((one) => one.key === key);
      value = value?.[key];
      if (!field) return false;
      if (
        value === undefined &&
        (field.pointer || field.type.kind === "list")
      ) {
        return false;
      }
      type = field.type;
    }
  }
  if (type.kind !== "struct") return true;
  return copiedByField.has(type.name) || !isZero(value, type);
}

type Plain = { readonly [key: string | number]: Plain };

/** Structs whose fields upstream copies one by one, so that it has a note of the path even when it is empty. */
const copiedByField: ReadonlySet<string> = new Set([
  "Directory",
  "File",
  "Link",
]);

/** Go's zero value: an empty list is something else than none. */
function isZero(value: Plain | undefined, { fields }: Struct): boolean {
  return fields.every(({ key, type, pointer }) => {
    const inner = value?.[key];
    if (inner === undefined) return true;
    if (pointer || type.kind === "list") return false;
    return type.kind === "struct" ? isZero(inner, type) : !inner;
  });
}
