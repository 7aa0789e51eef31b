import type { Extension, ParamValue } from "./extension";
import {
  catalogued,
  type ChosenImage,
  isPresent,
  type NodeExtensions,
  paramsOf,
  typedParams,
} from "./node";

/** What the rules look at: the choice alone, so that a card can ask before anything is composed. */
export type NodeChoice = Pick<NodeExtensions, "chosen" | "builtinOff">;

/** One way to meet a requirement. */
export interface Way {
  readonly id: string;
  readonly version: string | undefined;
}

/** Reads `wasmedge@0.14.1`. */
export function parseWay(item: string): Way {
  const [id = "", version] = item.split("@");
  return { id, version };
}

/** Items of an extension's `requires` that do not hold on a node: `haproxy`, `docker|builtin:docker`, `wasmedge@0.14.1`. */
export function unmetRequirements(
  extension: Extension,
  node: NodeChoice,
): string[] {
  return requirementsOf(extension, node).filter(
    (item) => !item.split("|").some((way) => holds(way, node)),
  );
}

/** What an extension needs with the parameters it is chosen with; without them, where it is not chosen. */
export function requirementsOf(
  extension: Extension,
  node: NodeChoice,
): readonly string[] {
  const chosen = node.chosen.find((one) => catalogued(one) === extension);
  if (!chosen || !extension.requiresWith) return extension.requires;
  return [
    ...extension.requires,
    ...extension.requiresWith(typedParams(extension, chosen)),
  ];
}

/** Ids of everything on a node that an extension cannot be beside, whichever of the two says so. */
export function brokenConflicts(
  extension: Extension,
  node: NodeChoice,
): string[] {
  const named = extension.conflicts.filter((id) => holds(id, node));
  const naming = node.chosen
    .filter(
      (each) => catalogued(each)?.conflicts.includes(extension.id) ?? false,
    )
    .map((each) => each.id);
  return [...new Set([...named, ...naming])];
}

/** Keys of parameters that an extension cannot do without and that are empty. */
export function missingParams(
  extension: Extension,
  chosen: Pick<ChosenImage, "params">,
): string[] {
  const values = paramsOf(extension, chosen);
  return Object.entries(extension.params)
    .filter(([key, spec]) => {
      const required =
        typeof spec.required === "function"
          ? spec.required(values)
          : spec.required === true;
      return required && isEmpty(values[key] ?? "");
    })
    .map(([key]) => key);
}

function holds(item: string, node: NodeChoice): boolean {
  const { id, version } = parseWay(item);
  if (!isPresent(node, id)) return false;
  return (
    version === undefined ||
    node.chosen.some((each) => each.id === id && each.version === version)
  );
}

/** Whether a parameter holds nothing. */
export function isEmpty(value: ParamValue): boolean {
  return typeof value === "string"
    ? value.trim() === ""
    : Array.isArray(value) && value.length === 0;
}
