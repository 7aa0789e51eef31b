import type { PlainValue } from "@/lib/butane";

/** Something of the node that Cluster API's way cannot carry, or carries differently. */
export interface CapiProblem {
  /** `error`: the machine would not come up, or not as composed. `warning`: something is lost. `info`: worth knowing. */
  readonly kind: "error" | "warning" | "info";
  readonly code: string;
  readonly sentence: string;
}

/** Plain data with keys. */
export type Values = { readonly [key: string]: PlainValue };

/** Without this the machine would not come up, or not as composed. */
export const error = (code: string, sentence: string): CapiProblem => ({
  kind: "error",
  code,
  sentence,
});

/** Something of the node is lost, and the machine comes up without it. */
export const warning = (code: string, sentence: string): CapiProblem => ({
  kind: "warning",
  code,
  sentence,
});

/** Of an Ignition config's list, the entries. */
export function listOf(parent: unknown, key: string): readonly Values[] {
  const list = (parent as Record<string, unknown> | undefined)?.[key];
  return Array.isArray(list) ? (list as Values[]) : [];
}

/** Of an Ignition config's struct, the struct. */
export function structOf(parent: unknown, key: string): Values {
  const value = (parent as Record<string, unknown> | undefined)?.[key];
  return typeof value === "object" && value !== null ? (value as Values) : {};
}

/** Data without what is not said: keys that are undefined, null, false, empty text or empty. */
export function said(values: Record<string, PlainValue | undefined>): Values {
  return Object.fromEntries(
    Object.entries(values).filter(
      (pair): pair is [string, PlainValue] => !isNothing(pair[1]),
    ),
  );
}

function isNothing(value: PlainValue | undefined): boolean {
  if (value === undefined || value === null || value === false) return true;
  if (typeof value === "object") return Object.keys(value).length === 0;
  return value === "";
}
