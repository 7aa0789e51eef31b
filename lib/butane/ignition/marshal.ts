import type { Field, List, Scalar, Struct } from "./struct";

export interface MarshalOptions {
  /** Two spaces for each level and a line for each value. Default: false. */
  readonly pretty?: boolean | undefined;
}

/**
 * Prints a config as Butane does: keys in the spec's order, empty values left out, and what HTML could trip
 * over escaped.
 */
export function marshal(
  value: object,
  struct: Struct,
  { pretty = false }: MarshalOptions = {},
): string {
  return printStruct(value as Plain, struct, pretty ? "\n" : "");
}

type Plain = Readonly<Record<string, unknown>>;

/** `line` is what stands before a value of its own line, or nothing where all is one line. */
function print(
  value: unknown,
  type: Struct | Scalar | List,
  line: string,
): string {
  switch (type.kind) {
    case "struct":
      return printStruct((value ?? {}) as Plain, type, line);
    case "list":
      return wrap(
        "[",
        ((value ?? []) as readonly unknown[]).map((item) =>
          print(item, type.of, deeper(line)),
        ),
        "]",
        line,
      );
    case "string":
      return quote((value ?? "") as string);
    case "int":
      return String(value ?? 0);
    case "bool":
      return String(value ?? false);
  }
}

function printStruct(value: Plain, struct: Struct, line: string): string {
  const colon = line ? ": " : ":";
  const members = struct.fields
    .filter((field) => isPrinted(value[field.key], field))
    .map(
      (field) =>
        `"${field.key}"${colon}${printField(value[field.key], field, deeper(line))}`,
    );
  return wrap("{", members, "}", line);
}

function printField(value: unknown, field: Field, line: string): string {
  const pointsNowhere = field.pointer && value === undefined;
  return pointsNowhere ? "null" : print(value, field.type, line);
}

function wrap(
  open: string,
  items: readonly string[],
  close: string,
  line: string,
): string {
  if (items.length === 0) return open + close;
  const next = deeper(line);
  return open + next + items.join(`,${next}`) + line + close;
}

function deeper(line: string): string {
  return line && `${line}  `;
}

function isPrinted(value: unknown, field: Field): boolean {
  return field.always || !isEmpty(value, field);
}

/** A pointer is empty when it points nowhere, a struct when all of it is empty. */
function isEmpty(value: unknown, { type, pointer }: Field): boolean {
  if (value === undefined || value === null) return true;
  if (pointer) return false;
  switch (type.kind) {
    case "struct":
      return type.fields.every((field) =>
        isEmpty((value as Plain)[field.key], field),
      );
    case "list":
      return (value as readonly unknown[]).length === 0;
    case "string":
      return value === "";
    default:
      return !value;
  }
}

const special =
  // eslint-disable-next-line no-control-regex -- control characters are what it looks for
  /["\\<>&\u2028\u2029\u0000-\u001f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const short: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

/**
 * Writes a text as Go does. A lone surrogate stands for a byte that was no UTF-8 and comes out as `\ufffd`.
 */
export function quote(text: string): string {
  return `"${text.replace(special, escape)}"`;
}

function escape(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xd800 && code < 0xe000) return "\\ufffd";
  return short[character] ?? `\\u${code.toString(16).padStart(4, "0")}`;
}
