import { emptyPreset, type ChosenExtension, type Preset } from "@/lib/preset";
import { chooseExtension } from "@/lib/preset/choose";
import type { SharedLab } from "./tried-node";

export type Choice = Partial<ChosenExtension> & {
  readonly id: string;
  readonly version: string;
};

/** A node with these extensions. */
export function nodeOf(
  lab: SharedLab,
  choices: readonly Choice[],
  coordinator: Preset["updates"]["coordinator"],
): Preset {
  const empty = emptyPreset();
  const chosen = choices.map((choice) => ({
    ...chooseExtension(choice.id, lab.catalogue, empty),
    ...choice,
  }));
  return {
    ...empty,
    extensions: { ...empty.extensions, chosen },
    updates: { ...empty.updates, coordinator },
  };
}
