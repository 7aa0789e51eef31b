import { createStore } from "zustand";
import type { Catalogue } from "@/lib/butane";
import { emptyPreset } from "@/lib/preset";
import type { ComposerState } from "./composer-state";
import { following } from "./composing/follow";
import {
  formIntents,
  nodeIntents,
  pageIntents,
  textIntents,
  untouched,
} from "./composing/intents";
import { typedField } from "./composing/typed-field";
import { pageSettler } from "./settling/page-settler";
import type { Settler } from "./settling/settler";
import { pageStages, type Stages } from "./stages";

interface Surroundings {
  /** The one to begin with. */
  readonly catalogue: Catalogue;
  /** Loads the stages, once. */
  readonly load: () => Promise<Stages>;
  /** Where everything that follows is computed, given the way to do it in the page. Default: in the page. */
  readonly settler?: (inPage: Settler) => Settler;
  readonly now?: () => number;
}

/** A composer before a node is open in it. */
export function createComposerStore({
  catalogue,
  load,
  settler = (inPage) => inPage,
  now = Date.now,
}: Surroundings) {
  return createStore<ComposerState>((set, get) => {
    const stages = pageStages(load);
    const parts = {
      ...{ set, get, stages, now },
      settler: settler(pageSettler(stages.load)),
      field: typedField(),
    };
    const workings = { ...parts, settle: following(parts) };
    return {
      ...{ catalogue, preset: emptyPreset(), fault: null },
      ...{ open: false, begun: false, ready: false },
      ...untouched,
      ...formIntents(workings),
      ...textIntents(workings),
      ...nodeIntents(workings),
      ...pageIntents(workings),
    };
  });
}

export type ComposerStore = ReturnType<typeof createComposerStore>;
