import { withArchitecture, type Preset } from "@/lib/preset";
import { setAt } from "@/lib/set-at";
import { shownText, type ComposerState } from "../composer-state";
import { emptyHistory, stepBack, stepForth } from "../history";
import { enter, enterForm, travel } from "./steps";
import type { Following } from "./workings";

const inText = "$text";

/** A node into which nothing was entered, and from which nothing has followed yet. */
export const untouched = {
  broken: null,
  pending: null,
  history: emptyHistory,
  outcome: null,
  computed: null,
  base: null,
  changed: new Set<number>(),
  settled: false,
} satisfies Partial<ComposerState>;

/** What the form asks for. */
export const formIntents = (workings: Following) =>
  ({
    edit: (section, value) => {
      const { preset, catalogue } = workings.get();
      if (preset[section] === value) return;
      enterForm(workings, (before) => {
        const after: Preset = { ...before, [section]: value };
        const { architecture } = after.target;
        const moved = architecture !== before.target.architecture;
        // The hashes are those of the other architecture's files.
        return moved ? withArchitecture(after, architecture, catalogue) : after;
      });
    },
    setName: (name) => {
      if (workings.get().preset.name === name) return;
      // No text holds the name, so it can change beside one that cannot be read.
      const named = ({ preset }: { preset: Preset }) => ({
        preset: { ...preset, name },
      });
      enter(workings, named, "$.name");
    },
    applyFix: ({ edits }) =>
      enterForm(workings, (preset) =>
        edits.reduce(
          (changed, { path, value }) => setAt(changed, path, value),
          preset,
        ),
      ),
  }) satisfies Partial<ComposerState>;

/** What the Butane text asks for. */
export const textIntents = (workings: Following) =>
  ({
    setText: (text, step = "typing") => {
      if (text === shownText(workings.get())) return;
      const place = step === "typing" ? inText : null;
      enter(workings, () => ({ pending: { side: "text", text } }), place);
    },
    takeBack: () =>
      enter(workings, ({ broken }) => (broken ? { broken: null } : null), null),
  }) satisfies Partial<ComposerState>;

/** What is asked of the node as a whole. */
export const nodeIntents = (workings: Following) =>
  ({
    adopt: (preset) => adopt(workings, preset),
    undo: () => travel(workings, stepBack),
    redo: () => travel(workings, stepForth),
    replace: (preset, reason) => {
      const { set, get, settle } = workings;
      if (get().begun && reason !== "draft") adopt(workings, preset);
      else {
        set({ ...untouched, preset });
        settle();
      }
      set({ open: true, begun: true });
    },
  }) satisfies Partial<ComposerState>;

const adopt = (workings: Following, preset: Preset) =>
  enter(workings, () => ({ preset, broken: null, pending: null }), null);

/** What is asked of the page around the node. */
export const pageIntents = ({ set, get, settle }: Following) =>
  ({
    offer: (catalogue) => {
      set({ catalogue, computed: null });
      if (get().open) settle();
    },
    tryAgain: () => {
      if (get().fault?.kind !== "load") return;
      set({ settled: false });
      settle();
    },
    leave: () => set({ open: false }),
    comeBack: () => set({ open: true }),
  }) satisfies Partial<ComposerState>;
