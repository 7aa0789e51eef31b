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

/** What one side has and the other not yet: a text to be read, or a form whose changes are not in the text. */
export type Pending =
  | { readonly side: "text"; readonly text: string }
  | { readonly side: "form"; readonly before: Preset };

/** The input with both sides at one: what was typed is read, what the form changed is written. */
export function unite(
  stages: Stages,
  { preset, broken }: Input,
  pending: Pending | null,
): Input {
  if (pending?.side === "text") return read(stages, pending.text, preset);
  if (pending?.side === "form") {
    const written = stages.settlePreset(pending.before, preset);
    return { preset: shareEqual(preset, written), broken };
  }
  return { preset, broken };
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

export const said = (reason: unknown): string =>
  reason instanceof Error ? reason.message : String(reason);
