import type { NodeTree } from "@/lib/boot/node-file";
import { hasInstallSection, parseUnit } from "@/lib/butane";
import { ran } from "./programs";

/**
 * What systemd makes of a tree's presets: the units of the config that end up in another state than it says. Units of the image are
 * not there, and what they would be is not known.
 */
export function presetFaults(
  { files, presets }: NodeTree,
  root: string,
): string[] {
  const installable = new Set(
    files.flatMap((file) => {
      const name = /^\/etc\/systemd\/system\/([^/]+)$/.exec(file.path)?.[1];
      if (name === undefined || file.kind !== "file") return [];
      const [content] = file.content;
      if (!content || !("bytes" in content)) return [];
      const text = new TextDecoder().decode(content.bytes);
      return hasInstallSection(parseUnit(text)) ? [name] : [];
    }),
  );
  const units = presets.filter(({ name }) => installable.has(name));
  if (units.length === 0) return [];
  const names = units.map(({ name }) => name);
  const set = ran("systemctl", [`--root=${root}`, "preset", ...names]);
  if (set.status !== 0) return [set.output.trim()];
  const states = ran("systemctl", [`--root=${root}`, "is-enabled", ...names])
    .output.trim()
    .split("\n");
  return units.flatMap(({ name, enabled }, index) => {
    const expected = enabled ? "enabled" : "disabled";
    const state = states[index] ?? "unknown";
    return state === expected ? [] : [`${name} is ${state}, not ${expected}`];
  });
}
