import type { IgnitionConfig, IgnitionStruct, Path } from "@/lib/butane";
import { utf8 } from "@/lib/bytes";
import { modes, root, type Put, type UnitPreset } from "./node-file";

const unitFolder = "/etc/systemd/system";

/** Units and drop-ins as files, and the preset that switches units on and off; answers what it says. */
export function putUnits(
  { systemd = {} }: IgnitionConfig,
  put: Put,
): UnitPreset[] {
  const presets: UnitPreset[] = [];
  (systemd.units ?? []).forEach((unit, index) => {
    const from: Path = ["systemd", "units", index];
    putUnit(unit, from, put);
    if (unit.enabled !== undefined)
      presets.push({ name: unit.name ?? "", enabled: unit.enabled, from });
  });
  if (presets.length > 0)
    put({
      ...text(presetText(presets)),
      path: "/etc/systemd/system-preset/20-ignition.preset",
    });
  return presets;
}

function putUnit(unit: IgnitionStruct<"Unit">, from: Path, put: Put): void {
  const path = `${unitFolder}/${unit.name}`;
  (unit.dropins ?? []).forEach((dropin, index) => {
    // One without contents only says that it is known; an empty one is a file, as an empty unit is not.
    if (dropin.contents !== undefined)
      put({
        ...text(dropin.contents),
        path: `${path}.d/${dropin.name}`,
        from: [...from, "dropins", index],
      });
  });
  if (unit.mask)
    put({ kind: "link", path, target: "/dev/null", ...root, from });
  else if (unit.contents) put({ ...text(unit.contents), path, from });
}

function text(contents: string) {
  return {
    kind: "file" as const,
    mode: modes.file,
    ...root,
    content: [{ bytes: utf8(contents) }],
  };
}

/** One line for each unit and wish, in the order of both; instances of a template share one. */
function presetText(presets: readonly UnitPreset[]): string {
  const lines = new Map<string, { start: string; instances: string[] }>();
  for (const { name, enabled } of presets) {
    const parts = /^([^@]*@)(.*)(\.[^.]*)$/.exec(name);
    const unit = parts ? `${parts[1]}${parts[3]}` : name;
    const key = `${unit}-${enabled ? "enabled" : "disabled"}`;
    const line = lines.get(key) ?? {
      start: `${enabled ? "enable" : "disable"} ${unit}`,
      instances: [],
    };
    if (parts) line.instances.push(parts[2]!);
    lines.set(key, line);
  }
  return [...lines]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { start, instances }]) => `${[start, ...instances].join(" ")}\n`)
    .join("");
}
