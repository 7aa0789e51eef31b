import { hasInstallSection, parseUnit } from "@/lib/butane";
import { looksSecret } from "@/lib/preset/sections/files/secret-text";
import type { Check, Finding } from "./check";

/** Units of the form that nothing starts, or that are asked for two things at once. */
export const unitState: Check = ({ preset, composed }) =>
  preset.units.units.flatMap((unit, index): Finding[] => {
    const at = ["units", "units", index];
    const enabled = [...at, "enabled"];
    if (unit.mask && unit.enabled === "yes")
      return [
        {
          kind: "warning",
          code: "unit-masked-and-enabled",
          sentence: `${unit.name} is masked, so enabling it does nothing: it never starts.`,
          field: enabled,
          fix: {
            label: "Mask it only",
            edits: [{ path: enabled, value: "" }],
          },
        },
      ];
    if (unit.mask || unit.enabled !== "" || unit.contents === "") return [];
    const installs = hasInstallSection(parseUnit(unit.contents));
    if (!installs || isNamedElsewhere(unit.name, composed.text)) return [];
    return [
      {
        kind: "info",
        code: "unit-not-started",
        sentence: `Nothing starts ${unit.name}: it has an [Install] section and is not enabled.`,
        field: enabled,
        fix: { label: "Enable it", edits: [{ path: enabled, value: "yes" }] },
      },
    ];
  });

/** A timer, a link or another unit may start it; a name in passing counts as well, for this is a hint. */
function isNamedElsewhere(name: string, text: string): boolean {
  const first = text.indexOf(name);
  if (text.indexOf(name, first + 1) >= 0) return true;
  // What is started of a template has a name between the at sign and the dot.
  const [, before, after] = /^([^@]+@)(\.\w+)$/.exec(name) ?? [];
  if (before && after)
    return text
      .split(before)
      .slice(1)
      .some((rest) => /^[^\s.@/][^\s@/]*/.exec(rest)?.[0].endsWith(after));
  const stem = name.replace(/\.service$/, "");
  return ["timer", "socket", "path"].some((type) =>
    text.includes(`name: ${stem}.${type}`),
  );
}

/** The partition that was booted is marked as good by update-engine; without it the boot loader goes back to the other one. */
export const updateEngineMasked: Check = ({ preset }) => {
  const index = preset.units.units.findIndex(
    ({ name, mask }) => mask && name === "update-engine.service",
  );
  if (index < 0) return [];
  const path = ["units", "units", index, "mask"];
  return [
    {
      kind: "warning",
      code: "update-engine-masked",
      sentence:
        "Without update-engine no freshly booted OS version is ever marked as good. Switch the updates off instead.",
      field: path,
      fix: {
        label: "Switch OS updates off",
        edits: [
          { path, value: false },
          { path: ["osUpdates", "server"], value: "disabled" },
        ],
      },
    },
  ];
};

/** Units are readable by everybody on the node, and have no field that is left out of links. */
export const unitSecrets: Check = ({ preset }) =>
  preset.units.units.flatMap(({ contents, dropins }, index) => {
    const at = ["units", "units", index];
    const texts = [
      { text: contents, field: [...at, "contents"] },
      ...dropins.map((dropin, place) => ({
        text: dropin.contents,
        field: [...at, "dropins", place, "contents"],
      })),
    ];
    return texts
      .filter(({ text }) => looksSecret(text))
      .map(
        ({ field }): Finding => ({
          kind: "warning",
          code: "secret-in-unit",
          sentence:
            "This looks like a secret: everybody on the node can read a unit, and links carry its text.",
          why: "Put it into a secret file with mode 0600, and name that in EnvironmentFile=.",
          field,
        }),
      );
  });
