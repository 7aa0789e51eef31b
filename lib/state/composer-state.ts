import type { Catalogue } from "@/lib/butane";
import type { Fix } from "@/lib/checks/check";
import type { Outcome } from "@/lib/pipeline";
import type { Preset, SectionId } from "@/lib/preset";
import type { History } from "./history";
import type { Input } from "./input";
import type { Fault, Pending } from "./stages";

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
  /** Has everything follow once more, after the stages did not load. */
  tryAgain(): void;
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
