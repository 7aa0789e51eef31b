import type { Preset } from "@/lib/preset";
import { shownText, type ComposerState } from "../composer-state";
import {
  goesOn,
  record,
  typedPlace,
  type stepBack,
  type stepForth,
} from "../history";
import type { Input } from "../input";
import { unite } from "../stages";
import type { Following, Workings } from "./workings";

type Entered = Input & Pick<ComposerState, "pending">;

/**
 * The one gateway for a change that can be undone. `place` is where it was typed, null for any other change.
 * Keys of one step need not wait for what follows; a new step starts from text and form at one.
 */
export function enter(
  workings: Following,
  change: (before: Entered) => Partial<Entered> | null,
  place: string | null,
): void {
  const { set, get, now, settle } = workings;
  const time = now();
  const { history } = get();
  const on = goesOn(history, place, time);
  const before = on ? get() : united(workings);
  const after = change(before);
  if (!after) return;
  const { preset, broken, pending } = before;
  set({
    ...{ preset, broken, pending },
    ...(on ? {} : { base: textBefore(get()) }),
    ...after,
    history: record(history, { preset, broken }, place, time),
    settled: false,
  });
  settle();
}

/** A change of the form. A text of its own learns of it afterwards. */
export function enterForm(
  workings: Following,
  change: (preset: Preset) => Preset,
): void {
  const drawn = workings.get().preset;
  const place = typedPlace(drawn, change(drawn));
  const entered = ({ preset, broken, pending }: Entered) => {
    // The form shows an older node than the text, which waits to be read or cannot be.
    if (broken || pending?.side === "text") return null;
    const changed = change(preset);
    if (!changed.rest.whole) return { preset: changed };
    const { before, after } = workings.field.change(place, preset, changed);
    return { preset: after, pending: { side: "form", before } as const };
  };
  enter(workings, entered, place);
}

/** One step back or forth. */
export function travel(
  workings: Following,
  step: typeof stepBack | typeof stepForth,
): void {
  const { set, get, settle } = workings;
  const { preset, broken } = united(workings);
  const taken = step(get().history, { preset, broken });
  if (!taken) return;
  const { value, history } = taken;
  const base = textBefore(get());
  set({ ...value, pending: null, history, base, settled: false });
  settle();
}

/** The input with text and form at one, for a step that begins before everything has followed the last one. */
function united({ get, stages, field }: Workings): Entered {
  const { preset, broken, pending } = get();
  if (!stages.now || !pending) return { preset, broken, pending };
  const { fault, ...input } = unite(stages.now, get());
  if (pending.side === "form" && !fault) field.written(preset, input.preset);
  return { ...input, pending: null };
}

const textBefore = (state: ComposerState): string | null =>
  state.outcome ? shownText(state) : null;
