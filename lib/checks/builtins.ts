import { compareOsReleases } from "@/lib/butane";
import { releaseName, releaseOf } from "@/lib/preset/os-release";
import type { Check, Finding } from "./check";
import { chosenOf } from "./extensions";

const field = ["extensions", "builtinOff"];

/** The switches for the built-in extensions, where they do nothing or undo something else. */
export const builtins: Check = ({ preset }) => {
  const off = preset.extensions.builtinOff;
  const findings: Finding[] = [];
  for (const { chosen, title, at } of chosenOf(preset)) {
    const name = /^builtin:(docker|containerd)$/.exec(chosen.id)?.[1];
    if (!name || chosen.own || !off.some((one) => one === name)) continue;
    findings.push({
      kind: "warning",
      code: "builtin-set-up-but-off",
      sentence: `${title} is set up here and switched off: what is written for it has no effect.`,
      field: at(),
      fix: {
        label: "Switch it on",
        edits: [{ path: field, value: off.filter((one) => one !== name) }],
      },
    });
  }
  if (
    off.length > 0 &&
    compareOsReleases(releaseOf(preset), [3794, 0, 0]) < 0
  ) {
    findings.push({
      kind: "warning",
      code: "builtin-not-an-extension",
      sentence: `On ${releaseName(preset)} Docker and containerd are not extensions yet: the links that switch them off do nothing.`,
      why: "They became extensions with Flatcar 3794.",
      field,
    });
  }
  return findings;
};
