import type { Stages } from "../stages";
import {
  settling,
  type Settled,
  type Settler,
  type Unsettled,
} from "./settler";

/** Settles in the page itself, which does nothing else meanwhile. */
export function pageSettler(load: () => Promise<Stages>): Settler {
  let settle: ((unsettled: Unsettled) => Settled) | null = null;
  return async (unsettled) => {
    const stages = await load();
    settle ??= settling(stages);
    return settle(unsettled);
  };
}
