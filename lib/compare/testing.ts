import {
  emptyPreset,
  parsePreset,
  type ChosenExtension,
  type Preset,
} from "@/lib/preset";
import { compare, planOf } from ".";

export const empty = emptyPreset();

/** Extensions as somebody chose them. */
export const kubernetes: ChosenExtension = {
  id: "kubernetes",
  version: "v1.32.2",
  hash: `sha256-${"a".repeat(64)}`,
  updates: "patch",
  activation: "reboot",
  keep: 3,
  params: {},
};
export const tailscale: ChosenExtension = {
  ...kubernetes,
  id: "tailscale",
  version: "v1.96.2",
  updates: "any",
  activation: "restart",
};

export const withExtensions = (
  ...chosen: readonly ChosenExtension[]
): Preset => ({
  ...empty,
  extensions: { ...empty.extensions, chosen },
});
export const withUser = (
  user: Partial<Preset["users"]["users"][number]>,
): Preset => ({
  ...empty,
  users: {
    users: [{ name: "core", keys: [], passwordHash: "", groups: [], ...user }],
  },
});
/** A node that somebody typed. */
export const typed = (text: string): Preset => ({
  ...empty,
  rest: { whole: false, text },
});
export const file = (path: string, inline: string, more = "") =>
  typed(
    `storage:\n  files:\n    - path: ${path}\n      contents: {inline: ${JSON.stringify(inline)}}\n${more}`,
  );

/** What is said of two nodes, and what is done on the one to make it the other. */
export const sentences = (before: Preset, after: Preset) =>
  compare(before, after).differences.map(({ sentence }) => sentence);
export const commands = (before: Preset, after: Preset) =>
  planOf(compare(before, after)).phases.flatMap(({ steps }) =>
    steps.flatMap(({ command }) => command ?? []),
  );

/** A stored preset, its defaults filled in. */
export function parsed(stored: unknown): Preset {
  const preset = parsePreset(stored);
  if (!preset.ok) throw new Error(preset.error.sentence);
  return preset.value;
}
