import { compareOsReleases, extensionById, paramsOf } from "@/lib/butane";
import { chooseExtension } from "@/lib/preset/choose";
import { releaseOf } from "@/lib/preset/os-release";
import type { Check, Finding } from "./check";
import { chosenOf } from "./extensions";

/** The runtime for containers is of no use without a driver, which comes from elsewhere. */
export const gpuDriver: Check = ({ preset, catalogue }) => {
  const all = chosenOf(preset);
  const runtime = all.find(
    ({ extension }) => extension?.id === "nvidia-runtime",
  );
  if (
    !runtime?.extension ||
    all.some(({ extension }) => extension?.id === "nvidia")
  )
    return [];
  const { driverVersion } = paramsOf(runtime.extension, runtime.chosen);
  if (String(driverVersion).trim() !== "") return [];
  const since = extensionById("nvidia")?.since;
  const offered = since && compareOsReleases(releaseOf(preset), since) >= 0;
  const finding: Finding = {
    kind: "info",
    code: "gpu-driver-not-chosen",
    sentence: `${runtime.title} brings no driver: without the NVIDIA driver extension it is left to nvidia.service, which compiles one on the first boot for 5 to 10 minutes.`,
    field: runtime.at("params", "driverVersion"),
    ...(offered
      ? {
          fix: {
            label: "Add NVIDIA driver",
            edits: [
              {
                path: ["extensions", "chosen"],
                value: [
                  ...preset.extensions.chosen,
                  chooseExtension("nvidia", catalogue, preset),
                ],
              },
            ],
          },
        }
      : {}),
  };
  return [finding];
};
