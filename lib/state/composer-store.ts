import { createStore } from "zustand";
import type { Catalogue } from "@/lib/butane";
import type { Fix } from "@/lib/checks/check";
import type { Outcome } from "@/lib/pipeline";
import {
  emptyPreset,
  withArchitecture,
  type Preset,
  type SectionId,
} from "@/lib/preset";
import { changedLines } from "./changed-lines";
import {
  emptyHistory,
  record,
  stepBack,
  stepForth,
  type History,
} from "./history";
import { setAt } from "./set-at";

/** Why the whole node was replaced; `draft` starts a history of its own. */
export type ReplaceReason = "draft" | "empty" | "example" | "link" | "file";

export interface ComposerState {
  /** The only input; all the rest follows from it. */
  readonly preset: Preset;
  /** Whether a node is open; before that the first screen stands. */
  readonly open: boolean;
  /** Whether there was a node before: what replaces it can be undone. */
  readonly begun: boolean;
  /** Whether the address and the last visit were looked at. */
  readonly ready: boolean;
  readonly history: History<Preset>;
  /** What the last finished run made; stays while the next one computes. */
  readonly outcome: Outcome | null;
  /** Whether `outcome` belongs to `preset`. */
  readonly settled: boolean;
  /** Lines of the Butane text that the last change touched. */
  readonly changed: ReadonlySet<number>;
  /** What kept the node from being composed: the stages did not load, or a bug of ours. */
  readonly fault: {
    readonly kind: "load" | "bug";
    readonly message: string;
  } | null;

  edit<Id extends SectionId>(section: Id, value: Preset[Id]): void;
  setName(name: string): void;
  applyFix(fix: Fix): void;
  undo(): void;
  redo(): void;
  replace(preset: Preset, reason: ReplaceReason): void;
  /** Back to the first screen; the node stays what it is. */
  leave(): void;
  comeBack(): void;
}

type Run = (preset: Preset, catalogue: Catalogue) => Outcome;

interface Surroundings {
  readonly catalogue: Catalogue;
  /** Loads the pipeline, once. */
  readonly load: () => Promise<Run>;
  readonly now?: () => number;
}

const nothing: ReadonlySet<number> = new Set();

export function createComposerStore({
  catalogue,
  load,
  now = Date.now,
}: Surroundings) {
  return createStore<ComposerState>((set, get) => {
    let run: Promise<Run> | null = null;
    let serial = 0;

    /** The stages, loaded once; a failure is told, and the next change tries again. */
    const stages = async (): Promise<Run | null> => {
      try {
        return await (run ??= load());
      } catch (reason) {
        run = null;
        set({ settled: true, fault: { kind: "load", message: said(reason) } });
        return null;
      }
    };
    /** Runs the stages on the preset as it is now. */
    const compute = (compose: Run): Partial<ComposerState> => {
      try {
        const { outcome: before, changed } = get();
        const outcome = compose(get().preset, catalogue);
        const same = before?.butane === outcome.butane;
        const lines = before
          ? changedLines(before.butane, outcome.butane)
          : nothing;
        return { outcome, changed: same ? changed : lines, fault: null };
      } catch (reason) {
        // eslint-disable-next-line no-console -- a bug of ours: whoever looks into it needs the stack
        console.error(reason);
        return { fault: { kind: "bug", message: said(reason) } };
      }
    };
    /** Computes what follows from the preset, once the keys that are waiting were drawn; the last one wins. */
    const settle = () => {
      const mine = ++serial;
      setTimeout(async () => {
        const compose = mine === serial ? await stages() : null;
        if (compose && mine === serial)
          set({ ...compute(compose), settled: true });
      }, 0);
    };

    /** The one gateway for a change that can be undone. */
    const apply = (after: Preset) => {
      const { preset, history } = get();
      if (after === preset) return;
      set({
        preset: after,
        history: record(history, preset, after, now()),
        settled: false,
      });
      settle();
    };
    const travel = (step: typeof stepBack | typeof stepForth) => {
      const taken = step(get().history, get().preset);
      if (!taken) return;
      set({ preset: taken.value, history: taken.history, settled: false });
      settle();
    };

    return {
      preset: emptyPreset(),
      open: false,
      begun: false,
      ready: false,
      history: emptyHistory,
      outcome: null,
      settled: false,
      changed: nothing,
      fault: null,
      edit: (section, value) => {
        const { preset } = get();
        if (preset[section] === value) return;
        const after = { ...preset, [section]: value };
        const { architecture } = after.target;
        const moved = architecture !== preset.target.architecture;
        // The hashes are those of the other architecture's files.
        apply(moved ? withArchitecture(after, architecture, catalogue) : after);
      },
      setName: (name) => apply({ ...get().preset, name }),
      applyFix: (fix) =>
        apply(
          fix.edits.reduce(
            (preset, { path, value }) => setAt(preset, path, value),
            get().preset,
          ),
        ),
      undo: () => travel(stepBack),
      redo: () => travel(stepForth),
      replace: (preset, reason) => {
        if (get().begun && reason !== "draft") apply(preset);
        else {
          set({
            preset,
            history: emptyHistory,
            outcome: null,
            changed: nothing,
            settled: false,
          });
          settle();
        }
        set({ open: true, begun: true });
      },
      leave: () => set({ open: false }),
      comeBack: () => set({ open: true }),
    };
  });
}

export type ComposerStore = ReturnType<typeof createComposerStore>;

const said = (reason: unknown): string =>
  reason instanceof Error ? reason.message : String(reason);
