import type { Catalogue } from "@/lib/butane";
import type { Outcome, Problem, TextRead } from "@/lib/pipeline";
import type { Preset } from "@/lib/preset";
import type { Input } from "./input";
import { shareEqual } from "./share-equal";

/** What computes: `lib/pipeline`, loaded when the first node opens. */
export interface Stages {
  run(preset: Preset, catalogue: Catalogue): Outcome;
  readText(text: string, prior: Preset): TextRead;
  settlePreset(before: Preset, after: Preset): Preset;
}

/** The stages as far as the page has them itself. */
export interface PageStages {
  /** Null until they are loaded. */
  readonly now: Stages | null;
  /** Loads them once; after a failure the next call tries again. */
  readonly load: () => Promise<Stages>;
}

/** Whoever asks while they load waits for the same loading. */
export function pageStages(load: () => Promise<Stages>): PageStages {
  let now: Stages | null = null;
  let loading: Promise<Stages> | null = null;
  return {
    get now() {
      return now;
    },
    load: async () => {
      try {
        return (now = await (loading ??= load()));
      } catch (reason) {
        loading = null;
        throw reason;
      }
    },
  };
}

/** What one side has and the other not yet: a text to be read, or a form whose changes are not in the text. */
export type Pending =
  | { readonly side: "text"; readonly text: string }
  | { readonly side: "form"; readonly before: Preset };

/** What kept a node from being composed: the stages did not load, or a bug of ours. */
export interface Fault {
  readonly kind: "load" | "bug";
  readonly message: string;
}

/**
 * The input with both sides at one: what was typed is read, what the form changed is written. A change of the form that
 * cannot be written is taken back and told.
 */
export function unite(
  stages: Stages,
  { preset, broken, pending }: Input & { readonly pending: Pending | null },
): Input & { readonly fault: Fault | null } {
  if (pending?.side === "text")
    return { ...read(stages, pending.text, preset), fault: null };
  if (!pending) return { preset, broken, fault: null };
  try {
    const written = stages.settlePreset(pending.before, preset);
    return { preset: shareEqual(preset, written), broken, fault: null };
  } catch (reason) {
    const fault = { kind: "bug", message: logged(reason) } as const;
    return { preset: pending.before, broken, fault };
  }
}

function read(stages: Stages, text: string, prior: Preset): Input {
  try {
    const read = stages.readText(text, prior);
    return read.ok
      ? { preset: shareEqual(prior, read.preset), broken: null }
      : { preset: prior, broken: { text, problems: read.problems } };
  } catch (reason) {
    // Whatever fails in us, what somebody typed stays.
    return {
      preset: prior,
      broken: { text, problems: [bug(logged(reason))] },
    };
  }
}

const bug = (message: string): Problem => ({
  kind: "error",
  code: "internal",
  sentence: "Kindling failed on this text. It is kept as it was typed.",
  why: message,
});

/** The message of a bug of ours; its stack goes to the console. */
export function logged(reason: unknown): string {
  // eslint-disable-next-line no-console -- whoever looks into it needs the stack
  console.error(reason);
  return said(reason);
}

/** What was thrown, in words: the message of an error, anything else as text. */
export const said = (reason: unknown): string =>
  reason instanceof Error ? reason.message : String(reason);
