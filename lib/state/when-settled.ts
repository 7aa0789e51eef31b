import type { ComposerState } from "./composer-state";
import type { ComposerStore } from "./composer-store";

/** The state once everything follows the input; what is taken away has to have what was typed a moment ago. */
export function whenSettled(store: ComposerStore): Promise<ComposerState> {
  return new Promise((done) => {
    if (store.getState().settled) return done(store.getState());
    const stop = store.subscribe((state) => {
      if (!state.settled) return;
      stop();
      done(state);
    });
  });
}
