import {
  compareOsReleases,
  extensionById,
  formatOsRelease,
  isImageName,
} from "@/lib/butane";
import { oemExtensionOf, oemExtensions } from "@/lib/delivery/oem-extensions";
import { platformById } from "@/lib/delivery/platforms";
import { isModuleName } from "@/lib/preset/sections/layers/late";
import { isStartable, isTarget } from "@/lib/preset/sections/layers/starts";
import { releaseName, releaseOf } from "@/lib/preset/os-release";
import type { Check, Finding } from "./check";

/** Vendor extensions that are off: whether this node's image has them at all. */
export const oemOff: Check = ({ preset }) => {
  const { oemOff: ids } = preset.layers;
  const { platform } = preset.target;
  const own = oemExtensionOf(platform);
  return ids.flatMap((id, index): Finding[] => {
    const field = ["layers", "oemOff", index];
    const bare = id.replace(/^oem-/, "").replace(/\.raw$/, "");
    if (bare !== id && isImageName(bare))
      return [
        {
          kind: "warning",
          code: "oem-name",
          sentence: `The id of ${id} is ${bare}: as it stands, nothing is switched off.`,
          field,
          fix: {
            label: `Use ${bare}`,
            edits: [{ path: field, value: bare }],
          },
        },
      ];
    if (!isImageName(id))
      return [
        {
          kind: "error",
          code: "oem-name",
          sentence:
            "A vendor extension's id is letters, digits, dots, hyphens and underscores: this one writes nothing.",
          field,
        },
      ];
    const known = oemExtensions.find((one) => one.id === id);
    if (own && own.id !== id)
      return [
        {
          kind: "info",
          code: "oem-of-another",
          sentence: `Flatcar's image for ${platformById(platform)?.title ?? platform} brings oem-${own.id}: switching oem-${id} off changes nothing there.`,
          field,
        },
      ];
    if (known?.since && compareOsReleases(releaseOf(preset), known.since) < 0)
      return [
        {
          kind: "warning",
          code: "oem-too-old",
          sentence: `The vendor's tools are an extension since ${formatOsRelease(known.since)}: on ${releaseName(preset)} they stay on.`,
          field,
        },
      ];
    return [];
  });
};

/** Flatcar's own extensions that are off: names of one list, which has no built-in ones. */
export const officialOff: Check = ({ preset }) => {
  const { builtinOff, chosen } = preset.extensions;
  const { officialOff: names } = preset.layers;
  const field = ["layers", "officialOff"];
  return names.flatMap((name): Finding[] => {
    if (!isImageName(name))
      return [
        {
          kind: "error",
          code: "official-off-name",
          sentence: `${name === "" ? "An empty name" : "This"} is no name of an extension, and no line is written for it.`,
          why: "Names stand here without their dash.",
          field,
        },
      ];
    const builtIn = /^(docker|containerd)(?:-flatcar)?$/.exec(name)?.[1] as
      | "docker"
      | "containerd"
      | undefined;
    if (builtIn)
      return [
        {
          kind: "warning",
          code: "official-off-built-in",
          sentence: `The built-in ${builtIn} is no line of that file, so it stays on.`,
          field,
          fix: {
            label: `Switch the built-in ${builtIn} off`,
            edits: [
              { path: field, value: names.filter((one) => one !== name) },
              {
                path: ["extensions", "builtinOff"],
                value: [
                  ...new Set([
                    ...builtinOff,
                    // Docker does not start without containerd.
                    ...(builtIn === "containerd" ? ["docker"] : []),
                    builtIn,
                  ]),
                ],
              },
            ],
          },
        },
      ];
    const isChosen = chosen.some(({ id, own }) => id === name && !own);
    if (isChosen && extensionById(name)?.kind === "flatcar")
      return [
        {
          kind: "error",
          code: "official-on-and-off",
          sentence: `${extensionById(name)?.title ?? name} is chosen as an extension and switched off here: the file says both, and which of them counts is not verified.`,
          field,
          fix: {
            label: "Leave it on",
            edits: [
              { path: field, value: names.filter((one) => one !== name) },
            ],
          },
        },
      ];
    return [];
  });
};

/** Units of images that a link starts, and modules that a unit loads: what is no name is not written. */
export const layerNames: Check = ({ preset }) => [
  ...preset.layers.late.modules
    .filter((name) => !isModuleName(name))
    .map(
      (name): Finding => ({
        kind: "error",
        code: "late-module-name",
        sentence: `${name} is no name of a kernel module, and is not loaded.`,
        field: ["layers", "late", "modules"],
      }),
    ),
  ...preset.layers.starts.flatMap(({ unit, path, target }, index) => {
    const at = ["layers", "starts", index];
    const error = (code: string, sentence: string, key: string): Finding => ({
      kind: "error",
      code,
      sentence,
      field: [...at, key],
    });
    if (!isStartable(unit))
      return [
        error(
          "start-unit-name",
          "A unit's name ends in .service, .socket, .timer, .path, .mount or .target: no link is written for this one.",
          "unit",
        ),
      ];
    if (target !== "" && !isTarget(target))
      return [
        error(
          "start-target-name",
          "A target's name ends in .target: no link is written.",
          "target",
        ),
      ];
    if (path !== "" && !path.startsWith("/"))
      return [
        error(
          "start-path",
          "The unit's path begins with a slash: no link is written.",
          "path",
        ),
      ];
    return [];
  }),
];
