import { hasFeature, type IgnitionConfig } from "@/lib/butane";
import { releaseName, releaseOf } from "@/lib/preset/os-release";
import type { Preset } from "@/lib/preset/preset";
import { contentText } from "../content-bytes";
import { treeOf } from "../tree";
import { configSteps } from "./config-steps";
import { diskSteps } from "./disk-steps";
import { fileSteps } from "./file-steps";
import { confextSteps, mergeSteps, officialSteps } from "./merge-steps";
import { serviceSteps, startSteps } from "./start-steps";
import type { BootNode, BootPhase, BootStep } from "./step";
import { updateSteps } from "./update-steps";

export { mergedImages as imagesOf } from "./images";
export type { BootPhase } from "./step";

/**
 * What a node does on its first boot, in order, from its config alone: nothing is asked of a network, and how long anything takes
 * is not known. The preset says what the config does not: release, platform, architecture, and how the config is handed over.
 *
 * A config that another one stands in for (`ignition.config.replace`) is told as far as that.
 */
export function timelineOf(
  preset: Preset,
  config: IgnitionConfig,
): BootPhase[] {
  const node = nodeOf(preset, config);
  const early = node.mergesEarly;
  const replaced = Boolean(config.ignition?.config?.replace?.source);
  const steps = (...of: ((node: BootNode) => readonly BootStep[])[]) =>
    replaced ? [] : of.flatMap((one) => one(node));
  const initrd = [
    ...configSteps(node),
    ...steps(diskSteps, fileSteps, officialSteps),
    ...(early ? steps(mergeSteps) : []),
  ];
  const start = [
    ...steps(startSteps, confextSteps),
    ...(early ? [] : steps(mergeSteps)),
    ...steps(serviceSteps),
  ];
  return [
    {
      id: "initrd" as const,
      title: "In the initrd",
      note: "Before the system itself is there. What fails here leaves the node in the emergency shell, on its console: “journalctl -u 'ignition*'” says why.",
      steps: initrd,
    },
    {
      id: "start" as const,
      title: "The system starts",
      note: early
        ? `${releaseName(preset)} has merged its images by now.`
        : `${releaseName(preset)} starts without its images and merges them on the way.`,
      steps: start,
    },
    {
      id: "later" as const,
      title: "Afterwards",
      note: "On the first boot and from then on.",
      steps: steps(updateSteps),
    },
  ].filter(({ steps }) => steps.length > 0);
}

/** A node with what is asked of it again and again. */
export function nodeOf(preset: Preset, config: IgnitionConfig): BootNode {
  const tree = treeOf(config);
  const release = releaseOf(preset);
  const byPath = new Map(tree.files.map((file) => [file.path, file]));
  return {
    config,
    tree,
    preset,
    release,
    mergesEarly: hasFeature(release, "merge-in-initrd"),
    textOf: (path) => {
      const file = byPath.get(path);
      return file && contentText(file);
    },
  };
}
