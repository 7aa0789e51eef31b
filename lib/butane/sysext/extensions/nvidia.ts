import { defineExtension } from "../extension";
import { oneLine } from "../unit-text";

export const nvidia = defineExtension({
  id: "nvidia",
  title: "NVIDIA driver",
  kind: "flatcar",
  category: "gpu",
  summary:
    "Kernel driver for NVIDIA GPUs, built and signed for every OS release.",
  aliases: ["gpu", "cuda"],
  homepage: "https://www.nvidia.com/",
  updates: "none",
  activation: "next-boot",
  ships: ["NVIDIA kernel modules and tools"],
  units: [],
  requires: [],
  conflicts: [],
  since: [4344, 0, 0],
  params: {
    driver: {
      type: "string",
      label: "Driver series",
      default: "nvidia-drivers-570-open",
      suggestions: [
        "nvidia-drivers-570-open",
        "nvidia-drivers-570",
        "nvidia-drivers-550-open",
        "nvidia-drivers-535-open",
        "nvidia-drivers-535",
      ],
      help: "Which ones a release has is not documented: these names have been seen.",
      required: true,
    },
  },
  notes: [
    "Containers need the NVIDIA container runtime as well.",
    "Which series an OS release offers is not verified.",
    "Fetched before the first boot goes on, and with every OS update; a failed download fails the boot.",
  ],
  verify: ["nvidia-smi"],
  enabledAs: (params) => oneLine(params.driver),
});
