import {
  formatOsRelease,
  hasFeature,
  hasUpdates,
  osFeatures,
  paramsOf,
  type OsFeatureId,
} from "@/lib/butane";
import { nodeExtensions } from "@/lib/preset/node-extensions";
import { releaseName, releaseOf } from "@/lib/preset/os-release";
import type { Preset } from "@/lib/preset/preset";
import type { Check, Finding } from "./check";
import { chosenOf } from "./extensions";

/** What is chosen and the node's release does not have yet. */
export const osFeaturesThere: Check = ({ preset }) => {
  const release = releaseOf(preset);
  if (!hasFeature(release, "extensions")) {
    const first = chosenOf(preset)[0];
    return first
      ? [tooNew(preset, "extensions", "No image is merged", first.at())]
      : [];
  }
  const findings: Finding[] = [];
  if (!hasFeature(release, "sysupdate") && hasUpdates(nodeExtensions(preset))) {
    const updated = chosenOf(preset).find(
      ({ chosen }) => chosen.updates !== "none",
    );
    findings.push(
      tooNew(
        preset,
        "sysupdate",
        "No image is updated",
        updated!.at("updates"),
      ),
    );
  }
  const kata = chosenOf(preset).find(
    ({ extension }) => extension?.id === "kata-containers",
  );
  if (
    kata?.extension &&
    !hasFeature(release, "mutable") &&
    paramsOf(kata.extension, kata.chosen).keepOptWritable === true
  ) {
    findings.push(
      tooNew(
        preset,
        "mutable",
        "systemd-sysext does not know the option, and no image is merged",
        kata.at("params", "keepOptWritable"),
      ),
    );
  }
  return findings;
};

function tooNew(
  preset: Preset,
  id: OsFeatureId,
  then: string,
  field: Finding["field"] & object,
): Finding {
  const { since, what } = osFeatures[id];
  return {
    kind: "error",
    code: "os-too-old",
    sentence: `${then}: ${what} came with Flatcar ${formatOsRelease(since)}, and this node is ${releaseName(preset)}.`,
    field,
  };
}
