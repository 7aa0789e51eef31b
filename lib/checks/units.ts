import {
  compareOsReleases,
  extensionById,
  type ExtensionUnit,
  type Path,
} from "@/lib/butane";
import type { Composed } from "@/lib/preset/compose";
import { fieldOf } from "@/lib/preset/origins";
import { releaseName, releaseOf } from "@/lib/preset/os-release";
import type { Preset } from "@/lib/preset/preset";
import type { NodeLink } from "@/lib/preset/sections/files/value";
import type { Check, Finding } from "./check";
import { entriesOf, textAt } from "./document";
import { chosenOf } from "./extensions";
import { unitTexts } from "./unit-texts";

/** `systemd-sysext refresh` needs a mount namespace, which the sandbox of the update service forbids. */
export const refreshInUpdate: Check = ({ preset, composed }) =>
  unitTexts(composed).flatMap(({ unit, text, at }): Finding[] =>
    unit === "systemd-sysupdate.service" &&
    /^\s*Exec\w+=[^+\n]*systemd-sysext\s+(?:refresh|merge|unmerge)/m.test(text)
      ? [
          {
            kind: "error",
            code: "refresh-in-update",
            sentence:
              "systemd-sysext refresh fails inside systemd-sysupdate.service, and the old version keeps running: use systemctl restart systemd-sysext.service.",
            path: at,
            ...restartFix(preset, composed, at),
          },
        ]
      : [],
  );

/** Drop-ins of the Units section are mended where they stand; those of an extension are offered in the current way. */
function restartFix(
  preset: Preset,
  composed: Composed,
  path: Path,
): Pick<Finding, "fix"> {
  const field = fieldOf(path, composed.origins);
  if (field?.[0] !== "units" || field[3] !== "dropins") return {};
  const contents = [...field.slice(0, 5), "contents"];
  const text = textAt(preset, ...contents);
  if (text === "") return {};
  return {
    fix: {
      label: "Restart the service instead",
      edits: [
        {
          path: contents,
          value: text.replace(
            /systemd-sysext\s+refresh\b/g,
            "systemctl restart systemd-sysext.service",
          ),
        },
      ],
    },
  };
}

/** Enabling writes a preset, and before 4628 presets are applied when the image's units are not there yet. */
export const enabledInImage: Check = ({ preset, composed }) => {
  if (compareOsReleases(releaseOf(preset), [4628, 0, 0]) >= 0) return [];
  const inImages = new Map(
    [...builtInsOf(preset), ...chosenOf(preset)].flatMap(({ extension }) =>
      (extension?.units ?? []).map(
        (unit) => [unit.name, { ...unit, kind: extension?.kind }] as const,
      ),
    ),
  );
  const links = new Set(
    entriesOf(composed, ["storage", "links"]).map(({ value }) =>
      textAt(value, "path").split("/").at(-1),
    ),
  );
  return entriesOf(composed, ["systemd", "units"]).flatMap(
    ({ value, at }): Finding[] => {
      const name = textAt(value, "name");
      const unit = inImages.get(name);
      const waits =
        textAt(value, "enabled") === "true" && textAt(value, "contents") === "";
      if (!unit || !waits || unit.start === "upheld" || links.has(name))
        return [];
      // Its socket is there all the same.
      const builtIn = unit.kind === "builtin";
      return [
        {
          kind: builtIn ? "info" : "warning",
          code: "enabled-in-image",
          sentence: `${name} is inside an image that ${releaseName(preset)} merges after units are enabled: ${builtIn ? "it starts when something first asks for it, and not at boot (not verified)" : "it is not started"}.`,
          why: `Add a link /etc/systemd/system/multi-user.target.wants/${name} to the unit in the image.`,
          path: [...at, "enabled"],
          ...linkFix(preset, unit, fieldOf(at, composed.origins)),
        },
      ];
    },
  );
};

/** Docker of the OS image, where it is an extension and on. */
function builtInsOf(preset: Preset) {
  const extension = extensionById("builtin:docker");
  const isOn =
    !preset.extensions.builtinOff.includes("docker") &&
    compareOsReleases(releaseOf(preset), extension?.since ?? [0, 0, 0]) >= 0;
  return isOn ? [{ extension }] : [];
}

/** A unit of the Units section is started by a link instead. */
function linkFix(
  preset: Preset,
  unit: ExtensionUnit,
  field: Path | undefined,
): Pick<Finding, "fix"> {
  if (field?.[0] !== "units" || field[1] !== "units") return {};
  const target = unit.path ?? `/usr/lib/systemd/system/${unit.name}`;
  const wants = `${unit.wantedBy ?? "multi-user.target"}.wants`;
  const link: NodeLink = {
    path: `/etc/systemd/system/${wants}/${unit.name}`,
    target,
    hard: false,
    user: "",
    group: "",
    overwrite: true,
  };
  return {
    fix: {
      label: "Start it by a link",
      edits: [
        { path: [...field.slice(0, 3), "enabled"], value: "" },
        {
          path: ["files", "links"],
          value: [...preset.files.links, link],
        },
      ],
    },
  };
}

/** Changing kernel arguments means changing the boot loader's disk, and a node booted over the network has none. */
export const kernelArguments: Check = ({ preset, composed }) =>
  preset.target.platform === "pxe" &&
  ["should_exist", "should_not_exist"].some(
    (list) => entriesOf(composed, ["kernel_arguments", list]).length > 0,
  )
    ? [
        {
          kind: "error",
          code: "kernel-arguments-on-pxe",
          sentence:
            "Ignition cannot change kernel arguments of a node that boots over the network, and stops: put them into the boot loader's own config.",
          path: ["kernel_arguments"],
        },
      ]
    : [];
