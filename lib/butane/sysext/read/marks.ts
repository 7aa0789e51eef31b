import type { ParamSpec, ParamValue } from "../extension";
import { joined, type ParamKey, type Part } from "./template";

/**
 * A mark stands for a parameter's value while an extension writes, so that it is seen where the value comes out. Each form of it
 * makes the extension write another way: in quotes, as an address, or nothing at all.
 */
export type Form = "plain" | "blank" | "address" | "empty";

/** The forms that say something about a parameter of a type. */
export function formsOf(type: ParamSpec["type"]): readonly Form[] {
  switch (type) {
    case "string":
      return ["blank", "address", "empty"];
    case "text":
    case "list":
      return ["empty"];
    default:
      return [];
  }
}

/** Whether a parameter holds words of somebody's own, which a mark can stand for. */
export function isOpen(spec: ParamSpec): boolean {
  return spec.type !== "select" && spec.type !== "boolean";
}

// Digits that no extension writes by itself.
const firstNumber = 47_000;

/**
 * The mark of the parameter at a place of the list. A number has only one form, and a list two items, so that what is
 * written between them shows.
 */
export function markOf(
  { type }: ParamKey,
  index: number,
  form: Form,
): ParamValue {
  if (type === "number") return firstNumber + index;
  if (type === "list")
    return form === "empty" ? [] : [`Zq${index}aqZ`, `Zq${index}bqZ`];
  switch (form) {
    case "plain":
      return `Zq${index}qZ`;
    case "blank":
      return `Zq${index}cqZ Zq${index}dqZ`;
    case "address":
      return `https://Zq${index}eqZ`;
    case "empty":
      return "";
  }
}

const marks =
  /Zq(\d+)cqZ Zq\1dqZ|https:\/\/Zq(\d+)eqZ|Zq(\d+)aqZ([^]*?)Zq\3bqZ|Zq(\d+)a?qZ|(?<!\d)47(\d{3})(?!\d)/g;

/** Where marks stand in a text. */
export function placesOf(text: string): readonly [number, number][] {
  return [...text.matchAll(marks)].map(({ index, 0: mark }) => [
    index,
    index + mark.length,
  ]);
}

/** A text with holes in place of its marks. */
export function withHoles(text: string, params: readonly ParamKey[]): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(marks)) {
    const [mark, blank, address, list, between, plain, number] = match;
    const index = Number(blank ?? address ?? list ?? plain ?? number);
    const param = params[index];
    if (!param) continue;
    parts.push(
      { kind: "text", text: text.slice(end, match.index) },
      {
        kind: "hole",
        param,
        ...(between === undefined ? {} : { between }),
      },
    );
    end = match.index + mark.length;
  }
  return joined([...parts, { kind: "text", text: text.slice(end) }]);
}
