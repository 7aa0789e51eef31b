import type { Path } from "@/lib/butane";
import { parsePreset, secretsIn, toStored, type Preset } from "@/lib/preset";
import { setAt, valueAt } from "@/lib/set-at";

/** A node as it was at a time, kept in the browser. */
export interface Snapshot {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `named` ones stay until somebody deletes them; `automatic` ones make room. */
  readonly kind: "named" | "automatic";
  /** What somebody called it; empty for an automatic one. */
  readonly name: string;
  /** The node in its stored form, without secrets, as JSON. */
  readonly json: string;
  /** Where the node had secrets. */
  readonly leftOut: readonly Path[];
  /** What was different from the one before, in a line. */
  readonly summary: string;
  /** Set where what compares did not come, so that nobody knows what was different. */
  readonly uncompared?: true;
}

/** The text that is kept of a node; equal nodes have equal ones. */
export function keptText(preset: Preset): string {
  return JSON.stringify(toStored(preset, { secrets: "omit" }));
}

/** A snapshot of a node; of its secrets only the places are kept. */
export function takeSnapshot(
  preset: Preset,
  more: Pick<Snapshot, "at" | "kind" | "name" | "summary" | "uncompared">,
): Snapshot {
  return {
    ...more,
    // Two tabs may take one in the same millisecond.
    id: `${more.at.toString(36)}-${Math.random().toString(36).slice(2, 10)}`,
    json: keptText(preset),
    leftOut: secretsIn(preset),
  };
}

/** The node of a snapshot; null where something else wrote into the storage. */
export function presetOf({ json }: Pick<Snapshot, "json">): Preset | null {
  try {
    const parsed = parsePreset(JSON.parse(json));
    return parsed.ok ? parsed.value : null;
  } catch {
    return null;
  }
}

/** Whether something out of the storage is a snapshot. */
export function isSnapshot(value: unknown): value is Snapshot {
  if (typeof value !== "object" || value === null) return false;
  const one = value as Partial<Record<keyof Snapshot, unknown>>;
  return (
    typeof one.id === "string" &&
    typeof one.at === "number" &&
    (one.kind === "named" || one.kind === "automatic") &&
    typeof one.name === "string" &&
    typeof one.json === "string" &&
    typeof one.summary === "string" &&
    Array.isArray(one.leftOut)
  );
}

/**
 * A node out of a snapshot with the secrets that the open node still has for the same user or extension, and the places of
 * those that nobody has any more.
 */
export function withSecretsOf(
  preset: Preset,
  leftOut: readonly Path[],
  open: Preset,
): { readonly preset: Preset; readonly leftOut: readonly Path[] } {
  const missing: Path[] = [];
  let filled = preset;
  for (const path of leftOut) {
    const value = valueAt(open, sameIn(open, preset, path) ?? []);
    if (typeof value === "string" && value !== "")
      filled = setAt(filled, path, value);
    else missing.push(path);
  }
  return { preset: filled, leftOut: missing };
}

/** Where the user or extension of a path stands in another node. */
function sameIn(other: Preset, preset: Preset, path: Path): Path | null {
  const [section, list, index, ...field] = path;
  const place = (at: number): Path | null =>
    at < 0 ? null : [section!, list!, at, ...field];
  if (section === "users") {
    const name = preset.users.users[Number(index)]?.name;
    return place(other.users.users.findIndex((user) => user.name === name));
  }
  if (section === "extensions") {
    const id = preset.extensions.chosen[Number(index)]?.id;
    return place(other.extensions.chosen.findIndex((one) => one.id === id));
  }
  return null;
}
