import type { Path } from "@/lib/butane";
import { parsePreset, secretsIn, toStored, type Preset } from "@/lib/preset";
import { draftKey, tabKey } from "./keys";
import { setAt, valueAt } from "@/lib/set-at";

interface Kept {
  readonly preset: unknown;
  readonly secrets: readonly { readonly path: Path; readonly value: unknown }[];
  /** Butane text that cannot be read: only here, since nobody can tell what in it is secret. */
  readonly text?: string;
}

/** A node that was kept, and the text that could not be read at the time. */
export interface Draft {
  readonly preset: Preset;
  readonly text: string | null;
}

/** Keeps the node. False where the browser does not keep anything (storage full or switched off). */
export function keepDraft({ preset, text }: Draft): boolean {
  const stored = toStored(preset, { secrets: "omit" });
  const secrets = secretsIn(preset).map((path) => ({
    path,
    value: valueAt(preset, path),
  }));
  const draft = write(() => localStorage, draftKey, stored);
  const tab = write(() => sessionStorage, tabKey, {
    preset: stored,
    secrets,
    ...(text === null ? {} : { text }),
  } satisfies Kept);
  return draft && tab;
}

/** What was kept: this tab's own node first, then the browser's last one. Damaged ones are left out. */
export function keptDrafts(): Draft[] {
  const tab = read(() => sessionStorage, tabKey) as Kept | undefined;
  const own = restored(tab?.preset, tab?.secrets);
  const last = restored(read(() => localStorage, draftKey));
  const text = typeof tab?.text === "string" ? tab.text : null;
  return [
    ...(own ? [{ preset: own, text }] : []),
    ...(last ? [{ preset: last, text: null }] : []),
  ];
}

function restored(
  stored: unknown,
  secrets: Kept["secrets"] = [],
): Preset | null {
  if (stored === undefined) return null;
  const parsed = parsePreset(stored);
  if (!parsed.ok) return null;
  try {
    return secrets.reduce(
      (preset, { path, value }) => setAt(preset, path, value),
      parsed.value,
    );
  } catch {
    // Something else wrote the storage; the node without its secrets is still the node.
    return parsed.value;
  }
}

/** Reaching for the storage throws where it is switched off, so that is inside too. */
function write(storage: () => Storage, key: string, value: unknown): boolean {
  try {
    storage().setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

function read(storage: () => Storage, key: string): unknown {
  try {
    const text = storage().getItem(key);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
