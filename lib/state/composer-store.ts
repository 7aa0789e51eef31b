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
  goesOn,
  record,
  stepBack,
  stepForth,
  typedPlace,
  type History,
} from "./history";
import type { Input } from "./input";
import { setAt } from "@/lib/set-at";
import { pageSettler } from "./settling/page-settler";
import type { Settled, Settler } from "./settling/settler";
import {
  pageStages,
  said,
  unite,
  type Fault,
  type Pending,
  type Stages,
} from "./stages";

/** Why the whole node was replaced; `draft` starts a history of its own. */
export type ReplaceReason =
  | "draft"
  | "empty"
  | "example"
  | "link"
  | "file"
  | "import"
  | "snapshot";

/** How a change of the text counts for undo: keys in one go are one step, anything else is a step of its own. */
export type TextStep = "typing" | "whole";

export interface ComposerState extends Input {
  /** What can be chosen; a fresher one may come while the page is open. */
  readonly catalogue: Catalogue;
  /** What text and form do not have in common yet. */
  readonly pending: Pending | null;
  /** Whether a node is open; before that the first screen stands. */
  readonly open: boolean;
  /** Whether there was a node before: what replaces it can be undone. */
  readonly begun: boolean;
  /** Whether the address and the last visit were looked at. */
  readonly ready: boolean;
  readonly history: History<Input>;
  /** What the last finished run made; stays while the next one computes, and while the text cannot be read. */
  readonly outcome: Outcome | null;
  /** The node that `outcome` belongs to. */
  readonly computed: Preset | null;
  /** Whether everything follows the input. */
  readonly settled: boolean;
  /** The Butane text before the last step; null where there was none. */
  readonly base: string | null;
  /** Lines of the Butane text that the last step touched. */
  readonly changed: ReadonlySet<number>;
  /** What kept the node from being composed: the stages did not load, or a bug of ours. */
  readonly fault: Fault | null;

  /** Changes a section; nothing while the text cannot be read, because the form then shows an older node. */
  edit<Id extends SectionId>(section: Id, value: Preset[Id]): void;
  setName(name: string): void;
  /** The Butane text as it is now: the node follows, or the text is kept as broken. */
  setText(text: string, step?: TextStep): void;
  /** Broken text goes back to the last one that could be read. */
  takeBack(): void;
  applyFix(fix: Fix): void;
  /** The whole node as something made it, in one step. */
  adopt(preset: Preset): void;
  undo(): void;
  redo(): void;
  replace(preset: Preset, reason: ReplaceReason): void;
  /** Takes a fresher catalogue: what is offered and checked follows it, the node stays what it is. */
  offer(catalogue: Catalogue): void;
  /** Back to the first screen; the node stays what it is. */
  leave(): void;
  comeBack(): void;
}

/** The Butane text as the page shows it: what was typed last, readable or not, else what the form makes. */
export const shownText = ({
  pending,
  broken,
  outcome,
}: Pick<ComposerState, "pending" | "broken" | "outcome">): string =>
  pending?.side === "text"
    ? pending.text
    : (broken?.text ?? outcome?.butane ?? "");

type Waiting = Pick<ComposerState, "pending">;

interface Surroundings {
  /** The one to begin with. */
  readonly catalogue: Catalogue;
  /** Loads the stages, once. */
  readonly load: () => Promise<Stages>;
  /** Where everything that follows is computed, given the way to do it in the page. Default: in the page. */
  readonly settler?: (inPage: Settler) => Settler;
  readonly now?: () => number;
}

const nothing: ReadonlySet<number> = new Set();
const inText = "$text";

export function createComposerStore({
  catalogue,
  load,
  settler = (inPage) => inPage,
  now = Date.now,
}: Surroundings) {
  return createStore<ComposerState>((set, get) => {
    const stages = pageStages(load);
    const settled = settler(pageSettler(stages.load));
    let serial = 0;
    /**
     * The field that was changed last, the node before it was, and the node now. A field that is emptied and filled
     * again changes the lines that it had, so its text is always made from the one before.
     */
    let field: {
      readonly place: string;
      readonly before: Preset;
      readonly after: Preset;
    } | null = null;

    /** The form's text is written: what is typed next into the field goes on from there. */
    const written = ({ preset: after }: Input, was: Preset) => {
      if (field?.after === was) field = { ...field, after };
    };
    /** The input with text and form at one, for a step that begins before everything has followed the last one. */
    const united = (): Input & Waiting => {
      const { preset, broken, pending } = get();
      if (!stages.now || !pending) return { preset, broken, pending };
      const { fault, ...input } = unite(stages.now, get());
      if (pending.side === "form" && !fault) written(input, preset);
      return { ...input, pending: null };
    };
    /** Takes over what followed from the input. */
    const take = ({ outcome, fault, ...input }: Settled) => {
      const { base, preset, pending } = get();
      if (pending?.side === "form") written(input, preset);
      const now = { ...input, pending: null, fault, settled: true };
      if (!outcome) return set(now);
      const text = shownText({ ...now, outcome });
      const changed = base === null ? nothing : changedLines(base, text);
      set({ ...now, outcome, computed: input.preset, changed });
    };
    /** Has everything follow the input, once the keys that are waiting were drawn; the last one wins. */
    const settle = () => {
      const mine = ++serial;
      const isLast = () => mine === serial;
      setTimeout(() => {
        if (!isLast()) return;
        // For a step that cannot wait; whoever needs them tells when they do not load.
        stages.load().catch(() => {});
        settled(get()).then(
          (all) => {
            if (all && isLast()) take(all);
          },
          (reason: unknown) => {
            const fault = { kind: "load", message: said(reason) } as const;
            if (isLast()) set({ settled: true, fault });
          },
        );
      }, 0);
    };

    /**
     * The one gateway for a change that can be undone. `place` is where it was typed, null for any other change.
     * Keys of one step need not wait for what follows; a new step starts from text and form at one.
     */
    const enter = (
      change: (before: Input & Waiting) => Partial<Input & Waiting> | null,
      place: string | null,
    ) => {
      const time = now();
      const { history, outcome } = get();
      const on = goesOn(history, place, time);
      const before = on ? get() : united();
      const after = change(before);
      if (!after) return;
      const { preset, broken, pending } = before;
      set({
        ...{ preset, broken, pending },
        ...(on ? {} : { base: outcome ? shownText(get()) : null }),
        ...after,
        history: record(history, { preset, broken }, place, time),
        settled: false,
      });
      settle();
    };
    /** A change of the form. A text of its own learns of it afterwards. */
    const enterForm = (change: (preset: Preset) => Preset) => {
      const drawn = get().preset;
      const place = typedPlace(drawn, change(drawn));
      enter(({ preset, broken, pending }) => {
        // The form shows an older node than the text, which waits to be read or cannot be.
        if (broken || pending?.side === "text") return null;
        const changed = change(preset);
        if (!changed.rest.whole) return { preset: changed };
        const goesOn = place !== null && field?.place === place;
        const before =
          goesOn && preset === field?.after ? field.before : preset;
        // A text that a fix of the form has changed is where the change begins.
        const same = changed.rest === preset.rest;
        const after = same ? { ...changed, rest: before.rest } : changed;
        field = place === null ? null : { place, before, after };
        return { preset: after, pending: { side: "form", before } };
      }, place);
    };
    const travel = (step: typeof stepBack | typeof stepForth) => {
      const { preset, broken } = united();
      const taken = step(get().history, { preset, broken });
      if (!taken) return;
      const base = get().outcome ? shownText(get()) : null;
      const { value, history } = taken;
      set({ ...value, pending: null, history, base, settled: false });
      settle();
    };

    return {
      catalogue,
      preset: emptyPreset(),
      broken: null,
      pending: null,
      open: false,
      begun: false,
      ready: false,
      history: emptyHistory,
      outcome: null,
      computed: null,
      settled: false,
      base: null,
      changed: nothing,
      fault: null,
      edit: (section, value) => {
        if (get().preset[section] === value) return;
        enterForm((preset) => {
          const after = { ...preset, [section]: value };
          const { architecture } = after.target;
          const moved = architecture !== preset.target.architecture;
          // The hashes are those of the other architecture's files.
          return moved
            ? withArchitecture(after, architecture, get().catalogue)
            : after;
        });
      },
      setName: (name) => {
        if (get().preset.name === name) return;
        // No text holds the name, so it can change beside one that cannot be read.
        enter(({ preset }) => ({ preset: { ...preset, name } }), "$.name");
      },
      setText: (text, step = "typing") => {
        if (text === shownText(get())) return;
        enter(
          () => ({ pending: { side: "text", text } }),
          step === "typing" ? inText : null,
        );
      },
      takeBack: () =>
        enter(({ broken }) => (broken ? { broken: null } : null), null),
      applyFix: (fix) =>
        enterForm((preset) =>
          fix.edits.reduce(
            (changed, { path, value }) => setAt(changed, path, value),
            preset,
          ),
        ),
      adopt: (preset) =>
        enter(() => ({ preset, broken: null, pending: null }), null),
      undo: () => travel(stepBack),
      redo: () => travel(stepForth),
      replace: (preset, reason) => {
        if (get().begun && reason !== "draft") get().adopt(preset);
        else {
          set({
            preset,
            broken: null,
            pending: null,
            history: emptyHistory,
            outcome: null,
            computed: null,
            base: null,
            changed: nothing,
            settled: false,
          });
          settle();
        }
        set({ open: true, begun: true });
      },
      offer: (catalogue) => {
        set({ catalogue, computed: null });
        if (get().open) settle();
      },
      leave: () => set({ open: false }),
      comeBack: () => set({ open: true }),
    };
  });
}

export type ComposerStore = ReturnType<typeof createComposerStore>;
