import type { Encoding } from "@/lib/delivery/platform";
import { platformById } from "@/lib/delivery/platforms";
import { releaseName, releaseOf } from "@/lib/preset/os-release";
import type { Preset } from "@/lib/preset/preset";
import type { Check, Finding } from "./check";

const field = ["target", "platform"];

/** Whether there is anything to say about the platform, and whether the node's Ignition reads what it hands over. */
export const platform: Check = ({ preset }) => {
  const chosen = platformById(preset.target.platform);
  // Without a platform there is nothing to say about sizes, and nothing to paste.
  if (!chosen) {
    return [
      {
        kind: "warning",
        code: "platform-unknown",
        sentence:
          "This platform is not known here: the Ignition config is ready, and how to hand it over is not.",
        field,
      },
    ];
  }
  const { variant } = preset.target;
  if (variant !== "flatcar") return [forFlatcar(variant)];
  return releaseOf(preset)[0] < (chosen.since ?? 0)
    ? [tooOld(chosen.title, chosen.since!, releaseName(preset))]
    : [];
};

/** Names of images, the key of QEMU's fw_cfg, the installer: all that is written around the config is Flatcar's. */
function forFlatcar(variant: string): Finding {
  return {
    kind: "info",
    code: "platform-for-flatcar",
    sentence: `The commands and images under User data are Flatcar's; for the variant ${variant} only the Ignition config and its size count.`,
    field,
  };
}

/** Flatcar may have carried patches for a platform before its Ignition knew it, so this is not said as an error. */
function tooOld(title: string, since: number, release: string): Finding {
  return {
    kind: "warning",
    code: "platform-needs-newer-os",
    sentence: `Ignition reads the config of ${title} from Flatcar ${since} on, and this node starts with ${release}: it may boot without its config.`,
    field,
  };
}

/** Whether the node's Ignition unpacks an encoding that is asked for by name; the platform's own needs no newer release. */
export function encodingFindings(
  preset: Preset,
  encoding: Encoding,
): Finding[] {
  const { platform, variant } = preset.target;
  const { takes, title } = platformById(platform) ?? {};
  const { since = 0 } = takes?.find((one) => one.encoding === encoding) ?? {};
  if (variant !== "flatcar" || releaseOf(preset)[0] >= since) return [];
  return [
    {
      kind: "warning",
      code: "encoding-needs-newer-os",
      sentence: `On ${title} Ignition reads ${encoding} from Flatcar ${since} on, and this node starts with ${releaseName(preset)}: it would boot without its config.`,
      field,
    },
  ];
}
