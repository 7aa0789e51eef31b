import { compareOsReleases } from "@/lib/butane";
import type { Check, Finding } from "./check";
import { entriesOf, textAt, valueAt } from "./document";
import { chosenOf, releaseName, releaseOf } from "./extensions";

/** `systemd-sysext refresh` needs a mount namespace, which the sandbox of the update service forbids. */
export const refreshInUpdate: Check = ({ composed }) =>
  entriesOf(composed, ["systemd", "units"]).flatMap(({ value, at }) => {
    if (textAt(value, "name") !== "systemd-sysupdate.service") return [];
    const dropins = valueAt(value, ["dropins"]);
    if (!Array.isArray(dropins)) return [];
    return dropins.flatMap((dropin, index): Finding[] =>
      /^\s*Exec\w+=[^+\n]*systemd-sysext\s+refresh/m.test(
        textAt(dropin, "contents"),
      )
        ? [
            {
              kind: "error",
              code: "refresh-in-update",
              sentence:
                "systemd-sysext refresh fails inside systemd-sysupdate.service, and the old version keeps running: use systemctl restart systemd-sysext.service.",
              path: [...at, "dropins", index, "contents"],
            },
          ]
        : [],
    );
  });

/** Enabling writes a preset, and before 4628 presets are applied when the image's units are not there yet. */
export const enabledInImage: Check = ({ preset, composed }) => {
  if (compareOsReleases(releaseOf(preset), [4628, 0, 0]) >= 0) return [];
  const inImages = new Map(
    chosenOf(preset).flatMap(({ extension }) =>
      (extension?.units ?? []).map((unit) => [unit.name, unit] as const),
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
      return [
        {
          kind: "warning",
          code: "enabled-in-image",
          sentence: `${name} is inside an image that ${releaseName(preset)} merges after units are enabled: it is not started.`,
          why: `Add a link /etc/systemd/system/multi-user.target.wants/${name} to the unit in the image.`,
          path: [...at, "enabled"],
        },
      ];
    },
  );
};

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
