import type { ChosenExtension } from "@/lib/preset";

/** Keys of a chosen extension whose fields are folded away. */
export const choiceFields: readonly string[] = [
  "bakery",
  "firstBoot",
  "hash",
  "hold",
  "minVersion",
  "protectVersion",
  "restartUnits",
  "rules",
  "verify",
];

/** What of the folded fields is set, in a line; what they are about where nothing is. */
export function choiceSummary(chosen: ChosenExtension): string {
  const updated = chosen.updates !== "none";
  const units = chosen.restartUnits ?? [];
  const said = [
    updated && chosen.firstBoot === "newest" && "newest at first boot",
    updated && chosen.hold && "on hold",
    updated && chosen.minVersion && `from ${chosen.minVersion}`,
    updated && chosen.protectVersion && `keeps ${chosen.protectVersion}`,
    updated && chosen.verify && "signed lists only",
    updated && chosen.rules && "rule fetched",
    updated &&
      chosen.activation === "restart" &&
      units.length > 0 &&
      `restarts ${units.join(", ")}`,
    !chosen.own && chosen.bakery && `from ${hostOf(chosen.bakery)}`,
  ].filter((one) => typeof one === "string" && one !== "");
  if (said.length > 0) return said.join(" · ");
  if (chosen.own) return "First boot, hold, limits, signatures";
  return updated ? "First boot, hold, limits, hash, bakery" : "Hash, bakery";
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}
