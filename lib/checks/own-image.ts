import { extensionById, isImageName } from "@/lib/butane";
import type { Preset } from "@/lib/preset/preset";
import type { Check, Finding } from "./check";
import { chosenOf, type Chosen } from "./extensions";

/** An image's name has to be the one inside it: systemd-sysext merges nothing at all when one is not. */
export const ownImages: Check = ({ preset }) =>
  chosenOf(preset).flatMap((one) => [
    ...nameFindings(one),
    ...(one.chosen.own ? fileFindings(one, preset) : []),
  ]);

const blocksAll =
  "One image that systemd-sysext cannot read keeps all of them from being merged, the built-in Docker included.";

function nameFindings({ chosen, extension, at }: Chosen): Finding[] {
  if (extension) return [];
  if (isImageName(chosen.id)) {
    if (!chosen.own || !extensionById(chosen.id)) return [];
    return [
      {
        kind: "info",
        code: "own-name-of-catalogue",
        sentence: `The catalogue has an extension called ${chosen.id} too: this node takes your image instead of it.`,
        field: at("id"),
      },
    ];
  }
  return [
    {
      kind: "error",
      code: "image-name",
      sentence:
        "An image's name is letters, digits, dots, hyphens and underscores: this one is no file name.",
      why: blocksAll,
      field: at("id"),
    },
  ];
}

function fileFindings({ chosen, at }: Chosen, preset: Preset): Finding[] {
  const file = /([^/?#]*)(?:[?#].*)?$/.exec(chosen.own?.url ?? "")?.[1] ?? "";
  const findings: Finding[] = [];
  if (file !== "" && !/\.raw(?:\.[a-z]+)?$/.test(file)) {
    findings.push({
      kind: "warning",
      code: "own-image-suffix",
      sentence:
        "The file is not called ….raw: if it is packed or a page about the image, systemd-sysext cannot read it.",
      why: blocksAll,
      field: at("own", "url"),
    });
  } else if (
    isImageName(chosen.id) &&
    file !== "" &&
    !file.startsWith(`${chosen.id}-`) &&
    file !== `${chosen.id}.raw`
  ) {
    findings.push({
      kind: "warning",
      code: "own-image-name",
      sentence: `The file is called ${short(file)} and the image ${chosen.id}: if extension-release.${chosen.id} is not what is inside, no image is merged.`,
      why: blocksAll,
      field: at("id"),
    });
  }
  const other =
    preset.target.architecture === "arm64"
      ? /x86[-_]64|amd64/
      : /arm64|aarch64/;
  if (other.test(file)) {
    findings.push({
      kind: "error",
      code: "own-image-architecture",
      sentence: `The file's name says it is for another architecture than this node's ${preset.target.architecture}: systemd-sysext passes over it.`,
      field: at("own", "url"),
    });
  }
  return findings;
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
