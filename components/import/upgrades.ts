import { upgradesOf } from "@/lib/pipeline";
import type { Preset } from "@/lib/preset";

/** The node with some of its upgrades made, one after the other: each is looked for in what the one before has left. */
export function withUpgrades(preset: Preset, ids: ReadonlySet<string>): Preset {
  let node = preset;
  for (const id of ids) {
    node =
      upgradesOf(node)
        .find((one) => one.id === id)
        ?.preset() ?? node;
  }
  return node;
}
