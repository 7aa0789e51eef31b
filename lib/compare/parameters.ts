import type { ParamSpec, ParamValue } from "@/lib/butane";
import { lineCounts } from "./line-counts";
import { missing } from "./values";
import { quote } from "@/lib/words";
import { arrow } from "./words";

/** How a parameter's value became another one. A secret's value is never part of it. */
export function parameterSentence(
  spec: ParamSpec,
  before: ParamValue,
  after: ParamValue,
): string {
  const name = `“${spec.label}”`;
  const none = isEmpty(before);
  const gone = isEmpty(after);
  if (spec.secret)
    return `${name} ${none ? "filled in" : gone ? "emptied" : "is another one"}`;
  switch (spec.type) {
    case "boolean":
      return `${name} switched ${after === true ? "on" : "off"}`;
    case "select":
      return `${name} ${arrow(optionOf(spec.options, before), optionOf(spec.options, after))}`;
    case "list":
      return `${name} ${listSentence(before as readonly string[], after as readonly string[])}`;
    case "text":
      return none
        ? `${name} filled in`
        : gone
          ? `${name} emptied`
          : `${name} changed, ${lineCounts(String(before), String(after))}`;
    default:
      return `${name} ${arrow(String(before), String(after), "empty")}`;
  }
}

function isEmpty(value: ParamValue): boolean {
  return value === "" || (Array.isArray(value) && value.length === 0);
}

function optionOf(
  options: readonly { readonly value: string; readonly label: string }[],
  value: ParamValue,
): string {
  return (
    options.find((option) => option.value === value)?.label ?? String(value)
  );
}

function listSentence(
  before: readonly string[],
  after: readonly string[],
): string {
  const words = [
    ...missing(after, before).map((one) => `+ ${quote(one, 40)}`),
    ...missing(before, after).map((one) => `− ${quote(one, 40)}`),
  ];
  return words.length > 0 ? words.join(", ") : "in another order";
}
