import type { Path, Transpiled } from "@/lib/butane";
import {
  escapedField,
  variableFields,
  variablesIn,
} from "@/lib/preset/variables";
import type { Preset } from "@/lib/preset/preset";
import { valueAt } from "@/lib/set-at";
import type { Finding } from "./check";

/**
 * Findings on a node with variables. What is said of a field with a variable in it is not about what a node of a fleet will have there, so
 * it gives way to one warning: handed over as it is, the node gets the braces. A node without a config keeps everything, because what stands
 * in its way has to be seen.
 */
export function withVariables<Told extends Finding>(
  findings: readonly Told[],
  preset: Preset,
  { output }: Transpiled,
): readonly (Told | Finding)[] {
  const fields = output === null ? [] : variableFields(preset);
  const noted = output === null ? [] : escapeNoted(preset);
  if (fields.length === 0) return [...findings, ...noted];
  const held = findings.filter(
    ({ kind, field }) => kind !== "info" && isVariable(preset, field),
  );
  const kept = findings.filter((finding) => !held.includes(finding));
  const [first] = fields;
  const told: (Told | Finding)[] =
    held.length > 0
      ? onePerField(held).map((finding) => asWarning(preset, finding))
      : [advice(first!.field, namesOf(fields.flatMap(({ names }) => names)))];
  return [
    ...kept.filter(({ kind }) => kind === "error"),
    ...told.filter(({ kind }) => kind === "warning"),
    ...kept.filter(({ kind }) => kind === "warning"),
    ...told.filter(({ kind }) => kind === "info"),
    ...kept.filter(({ kind }) => kind === "info"),
    ...noted,
  ];
}

function isVariable(preset: Preset, field: Path | undefined): boolean {
  // Typed Butane is one field for a whole text.
  if (!field || field[0] === "rest") return false;
  const value = valueAt(preset, field);
  return typeof value === "string" && variablesIn(value).length > 0;
}

function onePerField<Told extends Finding>(findings: readonly Told[]): Told[] {
  const seen = new Set<string>();
  return findings.filter(({ field }) => {
    const key = JSON.stringify(field);
    return !seen.has(key) && seen.add(key);
  });
}

/** Keeps the place and gives up the rest: a fix would write over the variable. */
function asWarning<Told extends Finding>(preset: Preset, told: Told): Finding {
  const { fix: _, why: __, within: ___, ...place } = told as Finding;
  const names = namesOf(variablesIn(String(valueAt(preset, place.field!))));
  return {
    ...place,
    kind: "warning",
    code: "fleet-variable",
    sentence: `Only a fleet exchanges ${names} for a value: handed over as it is, the node gets the braces.`,
  };
}

function advice(field: Path, names: string): Finding {
  return {
    kind: "info",
    code: "fleet-variables",
    sentence: `A fleet exchanges ${names} for the values of each node; in this config the braces stand as they are.`,
    field,
  };
}

/** Braces are exchanged in a fleet alone, and so is what says that they are none. */
function escapeNoted(preset: Preset): Finding[] {
  const found = escapedField(preset);
  if (!found) return [];
  const { field, escaped } = found;
  return [
    {
      kind: "info",
      code: "fleet-escape",
      sentence: `Only a fleet takes the backslash from ${escaped}: in this config it stands as it is.`,
      why: `In a node that no fleet is made of, ${escaped.slice(1)} needs none.`,
      field,
    },
  ];
}

function namesOf(names: readonly string[]): string {
  const braces = [...new Set(names)].map((name) => `{{${name}}}`);
  const shown = braces.slice(0, 3).join(", ");
  return braces.length > 3 ? `${shown} and ${braces.length - 3} more` : shown;
}
