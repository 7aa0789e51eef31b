import { entryOf, type EntryChange } from "../changes";
import type { EntryType } from "../entries";
import { fileWork } from "./files";
import { argumentWork, diskWork, ignitionWork } from "./first-boot";
import { dropinWork, unitWork } from "./units";
import { groupWork, userWork } from "./users";
import type { Surroundings, Work } from "./work";

const works: {
  readonly [Type in EntryType]: (
    change: EntryChange,
    surroundings: Surroundings,
  ) => Work;
} = {
  disk: diskWork,
  raid: diskWork,
  luks: diskWork,
  filesystem: diskWork,
  user: userWork,
  group: groupWork,
  directory: fileWork,
  file: fileWork,
  link: fileWork,
  unit: unitWork,
  dropin: dropinWork,
  argument: argumentWork,
  ignition: (change) => ignitionWork(entryOf(change)),
};

/** What one changed entry takes on a running node. */
export function workFor(change: EntryChange, surroundings: Surroundings): Work {
  return works[entryOf(change).type](change, surroundings);
}
