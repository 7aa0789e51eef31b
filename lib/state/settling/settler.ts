import type { Catalogue } from "@/lib/butane";
import type { Outcome } from "@/lib/pipeline";
import type { Preset } from "@/lib/preset";
import type { Input } from "../input";
import {
  logged,
  unite,
  type Fault,
  type Pending,
  type Stages,
} from "../stages";

/** The input as it stands: text and form may not be at one yet. */
export interface Unsettled extends Input {
  readonly pending: Pending | null;
  readonly catalogue: Catalogue;
}

/** The input with text and form at one, and what follows from it. */
export interface Settled extends Input {
  /** Null where a bug of ours kept it from being made. */
  readonly outcome: Outcome | null;
  readonly fault: Fault | null;
}

/**
 * Computes what follows from an input; `null` where a newer one took its place before it began. Fails where the stages
 * do not load.
 */
export type Settler = (unsettled: Unsettled) => Promise<Settled | null>;

/** Settles one input after the other. What followed from the last one is not computed again as long as it is the same. */
export function settling(stages: Stages): (unsettled: Unsettled) => Settled {
  let last: {
    readonly preset: Preset;
    readonly catalogue: Catalogue;
    readonly outcome: Outcome;
  } | null = null;
  return ({ catalogue, ...unsettled }) => {
    const input = unite(stages, unsettled);
    const { preset } = input;
    try {
      if (last?.preset !== preset || last.catalogue !== catalogue) {
        const outcome = stages.run(preset, catalogue);
        last = { preset, catalogue, outcome };
      }
      return { ...input, outcome: last.outcome };
    } catch (reason) {
      const fault = { kind: "bug", message: logged(reason) } as const;
      return { ...input, outcome: null, fault };
    }
  };
}
