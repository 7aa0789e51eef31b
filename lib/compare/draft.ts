import { samePath, startsWith, type Path } from "@/lib/butane";
import type { EntryChange } from "./changes";
import type { ChangeKind, Difference, Topic } from "./comparison";
import type { Work } from "./steps/work";

/** A difference of the presets, before it is known what it changes in the Ignition config. */
export interface DraftDifference {
  readonly kind: ChangeKind;
  readonly topic: Topic;
  readonly sentence: string;
  readonly details?: readonly string[];
  readonly field?: Difference["field"];
  /** How surely a changed entry belongs to this difference; 0 where it does not. */
  claim(change: EntryChange): number;
  /** What it takes on a node, from what its entries take; without it, just that. */
  work?(fromEntries: Work, changes: readonly EntryChange[]): Work;
}

interface Scope {
  readonly before?: Path | undefined;
  readonly after?: Path | undefined;
  /** Names of entries, for documents where nothing says which field wrote them. */
  readonly ids?: RegExp;
}

/** A claim on what a field and everything in it wrote: the longer the path they share, the surer. */
export function claimOn({ before, after, ids }: Scope) {
  return ({ id, field }: EntryChange): number => {
    const scope = field?.side === "before" ? before : after;
    if (field && scope && startsWith(field.path, scope))
      return 10 + scope.length + (samePath(field.path, scope) ? 1 : 0);
    return ids?.test(id) ? 5 : 0;
  };
}

/** The surest of several claims. */
export function anyOf(...claims: ReturnType<typeof claimOn>[]) {
  return (change: EntryChange) =>
    Math.max(0, ...claims.map((claim) => claim(change)));
}

/** Nothing that is done on a node. */
export const nothing = (note: string) => (): Work => ({ steps: [], note });

/** Text as part of a regular expression. */
export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
