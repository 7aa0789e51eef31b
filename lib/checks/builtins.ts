import type { Check, Finding, Fix } from "./check";
import { compareOsReleases } from "@/lib/butane";
import { chosenOf, releaseName, releaseOf } from "./extensions";

const field = ["extensions", "builtinOff"];

const bothOff: Fix = {
  label: "Switch the built-in ones off",
  edits: [{ path: field, value: ["docker", "containerd"] }],
};

/** A Docker or containerd of one's own and the built-in one bring the same files, and which of them is seen is chance. */
export const builtins: Check = ({ preset }) => {
  const off = preset.extensions.builtinOff;
  const findings: Finding[] = [];
  for (const { chosen, extension, title, at } of chosenOf(preset)) {
    const on = (extension?.conflicts ?? [])
      .filter((item) => item.startsWith("builtin:"))
      .map((item) => item.slice("builtin:".length))
      .filter((name) => !off.includes(name as "docker" | "containerd"));
    if (on.length === 0) continue;
    findings.push({
      kind: "error",
      code: "builtin-still-on",
      sentence: `${title} brings the same programs as Flatcar's built-in ${on.join(" and ")}: with both merged, ${chosen.id} of either version may run.`,
      field: at(),
      fix: bothOff,
    });
  }
  if (off.includes("containerd") && !off.includes("docker")) {
    findings.push({
      kind: "error",
      code: "docker-without-containerd",
      sentence:
        "The built-in Docker needs the built-in containerd, which is off: docker.service does not start.",
      field,
      fix: bothOff,
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
