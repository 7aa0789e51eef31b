import { hasUpdates, paramsOf } from "@/lib/butane";
import { nodeExtensions } from "@/lib/preset/node-extensions";
import type { Check, Finding } from "./check";
import { chosenOf } from "./extensions";

/** Extensions that write below /opt while they run: CNI plugins, data. */
const writers: readonly string[] = ["kubernetes", "crio", "consul", "nomad"];

/** An image that ships /opt makes all of /opt read-only while it is merged. */
export const readOnlyOpt: Check = ({ preset }) => {
  const chosen = chosenOf(preset);
  const kata = chosen.find(
    ({ extension }) => extension?.id === "kata-containers",
  );
  if (!kata?.extension) return [];
  // A way around it that the extension itself offers.
  if (paramsOf(kata.extension, kata.chosen).keepOptWritable === true) return [];
  const findings: Finding[] = [];
  if (hasUpdates(nodeExtensions(preset))) {
    findings.push({
      kind: "warning",
      code: "opt-read-only-updates",
      sentence: `${kata.title} makes /opt read-only while it is merged, so no newer image can be stored in /opt/extensions: updates fail.`,
      field: kata.at(),
    });
  }
  const writing = chosen.filter(
    ({ extension }) => extension && writers.includes(extension.id),
  );
  if (writing.length > 0) {
    findings.push({
      kind: "warning",
      code: "opt-read-only-writers",
      sentence: `${kata.title} makes /opt read-only while it is merged, and ${writing.map(({ title }) => title).join(", ")} may write there.`,
      field: kata.at(),
    });
  }
  return findings;
};

/** Gigabytes of images that are too large to be kept three times without a thought. */
const large: Readonly<Record<string, number>> = { ollama: 1.5 };

/** Disk space that the versions of a large image take. */
export const diskSpace: Check = ({ preset }) =>
  chosenOf(preset).flatMap(({ extension, chosen, title, at }): Finding[] => {
    const size = extension && large[extension.id];
    if (!size) return [];
    const kept = chosen.updates === "none" ? 1 : Math.max(2, chosen.keep);
    return [
      {
        kind: "info",
        code: "image-large",
        sentence: `An image of ${title} has about ${size} GB: the root filesystem needs ${size * kept} GB for the ${kept === 1 ? "one it keeps" : `${kept} it keeps`}.`,
        field: kept === 1 ? at("version") : at("keep"),
      },
    ];
  });
