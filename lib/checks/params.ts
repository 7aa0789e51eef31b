import {
  missingParams,
  paramsOf,
  settingsByName,
  type ParamSpec,
  type ParamValue,
} from "@/lib/butane";
import { nodeExtensions } from "@/lib/preset/node-extensions";
import type { Check, CheckInput, Finding } from "./check";
import { entriesOf, textAt } from "./document";
import { chosenOf, type Chosen } from "./extensions";

/** Parameters that are missing, or that their extension does not know. No value appears in a sentence: some are secrets. */
export const params: Check = (input) =>
  chosenOf(input.preset).flatMap((one) =>
    one.extension
      ? [
          ...unknown(one),
          ...values(one).filter(
            ({ code }) =>
              code !== "param-missing" || !isSaidOtherwise(one, input),
          ),
        ]
      : [],
  );

type Values = Readonly<Record<string, ParamValue>>;

function unknown({ chosen, extension, title, at }: Chosen): Finding[] {
  return Object.keys(chosen.params)
    .filter((key) => !Object.hasOwn(extension!.params, key))
    .map((key) => ({
      kind: "warning",
      code: "param-unknown",
      sentence: `${title} has no parameter ${key}: it is left out.`,
      field: at("params", key),
    }));
}

function values({ chosen, extension, title, at }: Chosen): Finding[] {
  const filled = paramsOf(extension!, chosen) as Values;
  return Object.entries(extension!.params).flatMap(([key, spec]): Finding[] => {
    const field = at("params", key);
    const value = filled[key]!;
    if (Object.hasOwn(chosen.params, key) && chosen.params[key] !== value) {
      return [
        {
          kind: "warning",
          code: "param-type",
          sentence: `${spec.label} of ${title} is of another type than it has to be: its default is used.`,
          field,
        },
      ];
    }
    if (isShown(spec, filled) && isRequired(spec, filled) && isEmpty(value)) {
      return [
        {
          kind: "warning",
          code: "param-missing",
          sentence: `${title} does not do its work while this is empty: ${spec.label}.`,
          ...(spec.help ? { why: spec.help } : {}),
          field,
        },
      ];
    }
    return rangeProblem(spec, value, title, field);
  });
}

function rangeProblem(
  spec: ParamSpec,
  value: ParamValue,
  title: string,
  field: Finding["field"] & object,
): Finding[] {
  if (
    spec.type === "select" &&
    !spec.options.some((option) => option.value === value)
  ) {
    const offered = spec.options
      .map((option) => option.value || "none")
      .join(", ");
    return [
      {
        kind: "error",
        code: "param-choice",
        sentence: `${spec.label} of ${title} is one of ${offered}.`,
        field,
      },
    ];
  }
  if (spec.type === "number" && typeof value === "number") {
    const low = spec.min !== undefined && value < spec.min;
    const high = spec.max !== undefined && value > spec.max;
    if (low || high) {
      const limit = low ? `at least ${spec.min}` : `at most ${spec.max}`;
      return [
        {
          kind: "error",
          code: "param-range",
          sentence: `${spec.label} of ${title} is ${limit}.`,
          field,
        },
      ];
    }
  }
  return [];
}

/**
 * Whether the missing parameters are said in other words: nothing would be written differently with them (haproxy.cfg has its users
 * already), or a file of somebody's own stands where one of theirs would.
 */
function isSaidOtherwise(
  { chosen, index, extension }: Chosen,
  { preset, composed }: CheckInput,
): boolean {
  if (extension?.kind !== "bakery") return false;
  const node = nodeExtensions(preset);
  const filled = Object.fromEntries(
    missingParams(extension, chosen).map((key) => [key, "x"]),
  );
  const before = settingsByName(node);
  const would = settingsByName({
    ...node,
    chosen: node.chosen.with(index, {
      ...node.chosen[index]!,
      params: { ...chosen.params, ...filled },
    }),
  });
  const changed = [...would].filter(
    ([name, value]) => before.get(name) !== value,
  );
  if (changed.length === 0) return true;
  const there = new Set([
    ...entriesOf(composed, ["storage", "files"]).map(
      ({ value }) => `storage.files ${textAt(value, "path")}`,
    ),
    ...entriesOf(composed, ["systemd", "units"]).map(
      ({ value }) => `systemd.units ${textAt(value, "name")}`,
    ),
  ]);
  return changed.some(([name]) => !before.has(name) && there.has(name));
}

function isShown(spec: ParamSpec, values: Values): boolean {
  return (
    !spec.when || spec.when.is.some((one) => one === values[spec.when!.key])
  );
}

function isRequired({ required }: ParamSpec, values: Values): boolean {
  return required === true || (required !== undefined && required(values));
}

function isEmpty(value: ParamValue): boolean {
  return typeof value === "string"
    ? value.trim() === ""
    : Array.isArray(value) && value.length === 0;
}
