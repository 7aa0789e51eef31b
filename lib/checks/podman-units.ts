import { iniValues } from "@/lib/butane";
import { chooseExtension } from "@/lib/preset/choose";
import { quadletKinds } from "@/lib/preset/sections/containers/quadlets";
import type { Quadlet } from "@/lib/preset/sections/containers/value";
import type { Check, Finding } from "./check";
import { chosenOf } from "./extensions";

const list = ["containers", "quadlets"];

/** Files that Podman's generator makes units of: passed over where it does not know them, and read by nobody without Podman. */
export const podmanUnits: Check = ({ preset, catalogue }) => {
  const { quadlets } = preset.containers;
  if (quadlets.length === 0) return [];
  const all = preset.extensions.chosen;
  // Every image but Flatcar's has it.
  const hasPodman =
    preset.target.variant !== "flatcar" ||
    chosenOf(preset).some(
      ({ extension, chosen }) => extension?.id === "podman" || chosen.own,
    );
  return [
    ...(hasPodman
      ? []
      : [
          {
            kind: "error" as const,
            code: "podman-missing",
            sentence:
              "This node has no Podman: nothing makes services of these files.",
            field: list,
            fix: {
              label: "Add Podman",
              edits: [
                {
                  path: ["extensions", "chosen"],
                  value: [...all, chooseExtension("podman", catalogue, preset)],
                },
              ],
            },
          },
        ]),
    ...quadlets.flatMap((quadlet, index) => {
      const before = quadlets.slice(0, index).map(({ name }) => name);
      return ofQuadlet(quadlet, index, before);
    }),
  ];
};

function ofQuadlet(
  { name, text }: Quadlet,
  index: number,
  before: readonly string[],
): Finding[] {
  const found = (
    kind: Finding["kind"],
    code: string,
    key: string,
    sentence: string,
  ): Finding[] => [{ kind, code, sentence, field: [...list, index, key] }];
  if (name === "" && text === "") return [];
  if (name === "" || text.trim() === "")
    return found(
      "warning",
      "quadlet-incomplete",
      name === "" ? "name" : "text",
      `This file is not written while its ${name === "" ? "name" : "text"} is empty.`,
    );
  const [, suffix = ""] = /^[\w@:.\\-]+\.([^.]+)$/.exec(name) ?? [];
  const kind = quadletKinds.find((one) => one === suffix);
  if (kind === undefined)
    return found(
      "error",
      "quadlet-name",
      "name",
      `Podman passes over this file: its name ends in ${quadletKinds.map((one) => `.${one}`).join(", ")}, and has no blank or slash.`,
    );
  if (before.includes(name))
    return found(
      "error",
      "quadlet-twice",
      "name",
      `${name} is there already, and one path has one file.`,
    );
  const section = `${kind[0]!.toUpperCase()}${kind.slice(1)}`;
  if (!new RegExp(`^\\s*\\[${section}\\]\\s*$`, "m").test(text))
    return found(
      "error",
      "quadlet-section",
      "text",
      `Podman makes no service of it: a .${kind} file has a section [${section}].`,
    );
  if (kind !== "container") return [];
  return iniValues(text, "Image").some(Boolean) ||
    iniValues(text, "Rootfs").some(Boolean)
    ? // A pod starts the containers that are part of it.
      /^\s*\[Install\]/m.test(text) || iniValues(text, "Pod").some(Boolean)
      ? []
      : found(
          "info",
          "quadlet-on-demand",
          "text",
          "Without [Install] the container starts when something else asks for it, and not at boot.",
        )
    : found(
        "error",
        "quadlet-image",
        "text",
        "Podman makes no service of it: [Container] names no Image=.",
      );
}
