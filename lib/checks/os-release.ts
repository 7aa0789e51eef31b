import { compareOsReleases, parseOsRelease } from "@/lib/butane";
import { releaseName, releaseOf } from "@/lib/preset/os-release";
import type { Check, Finding } from "./check";

/** What the OS release of the node is too old for. */
export const osRelease: Check = ({ preset }) => {
  const { release, spec } = preset.target;
  if (release !== "" && !parseOsRelease(release)) {
    return [
      {
        kind: "error",
        code: "release-malformed",
        sentence: "A Flatcar release is three numbers, such as 4593.2.5.",
        field: ["target", "release"],
      },
    ];
  }
  const findings: Finding[] = [];
  const node = releaseOf(preset);
  if (spec === "1.1.0" && compareOsReleases(node, [3535, 0, 0]) < 0) {
    findings.push({
      kind: "error",
      code: "spec-too-new",
      sentence: `Ignition in ${releaseName(preset)} does not know spec 3.4.0: it refuses the config and the node does not boot.`,
      field: ["target", "spec"],
      fix: {
        label: "Write spec 1.0.0",
        edits: [{ path: ["target", "spec"], value: "1.0.0" }],
      },
    });
  }
  return findings;
};
