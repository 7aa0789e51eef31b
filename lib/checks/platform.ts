import { platformById } from "@/lib/delivery/platforms";
import type { Check } from "./check";

/** Without a platform there is nothing to say about sizes, and nothing to paste. */
export const platform: Check = ({ preset }) =>
  platformById(preset.target.platform)
    ? []
    : [
        {
          kind: "warning",
          code: "platform-unknown",
          sentence:
            "This platform is not known here: the Ignition config is ready, and how to hand it over is not.",
          field: ["target", "platform"],
        },
      ];
