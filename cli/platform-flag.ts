import { platformById } from "@/lib/delivery/platforms";
import type { Preset } from "@/lib/preset";
import { UsageError } from "./flags";

/** A platform as the command line names it; empty where it names none. */
export function platformFor(id: string): string {
  if (id !== "" && !platformById(id)) {
    throw new UsageError(`unknown platform: ${id}`);
  }
  return id;
}

/** The preset for that platform, or for its own where the command line names none. */
export function onPlatform(preset: Preset, id: string): Preset {
  return id === ""
    ? preset
    : { ...preset, target: { ...preset.target, platform: id } };
}
