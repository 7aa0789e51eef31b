"use client";

import { useMemo } from "react";
import type { MessageData } from "@/components/ui/message";
import { samePath, startsWith, type Path } from "@/lib/butane";
import type { Problem } from "@/lib/pipeline";
import type { Preset, SectionId } from "@/lib/preset";
import type { ComposerState } from "@/lib/state/composer-state";
import { useComposer } from "@/lib/state/provider";

const none: readonly Problem[] = [];

/** What is wrong now: with the node, or with the text while it cannot be read. */
export function useProblems(): readonly Problem[] {
  return useComposer(
    ({ broken, outcome }) => broken?.problems ?? outcome?.problems ?? none,
  );
}

/** Some keys of a value with what they become; a key that is absent by nature goes when it becomes undefined. */
export type Change<Value> = {
  readonly [Key in keyof Value]?: Value[Key] | undefined;
};

/** The value of a section, and an intent that changes some of its keys. */
export function useSection<Id extends SectionId>(id: Id) {
  const value = useComposer((state) => state.preset[id]);
  const edit = useComposer((state) => state.edit);
  const change = (part: Change<Preset[Id]>) =>
    edit(id, withChange(value as object, part) as Preset[Id]);
  return [value, change] as const;
}

function withChange(value: object, part: object): object {
  const pairs = Object.entries({ ...value, ...part });
  return Object.fromEntries(pairs.filter(([, one]) => one !== undefined));
}

/** The problem as a field says it: its sentence, and its fix as a button. */
export function toMessage(
  problem: Problem,
  applyFix: ComposerState["applyFix"],
): MessageData {
  const { kind, sentence, why, fix } = problem;
  return {
    kind,
    sentence,
    why,
    action: fix && { label: fix.label, run: () => applyFix(fix) },
  };
}

/** What is said about the value at a path and, unless `exact`, about everything in it. */
export function useMessages(path: Path, { exact = false } = {}): MessageData[] {
  const problems = useProblems();
  const applyFix = useComposer((state) => state.applyFix);
  const key = path.join("/");
  return useMemo(() => {
    const wanted = (problem: Problem) =>
      problem.field !== undefined &&
      (exact ? samePath(problem.field, path) : startsWith(problem.field, path));
    return problems
      .filter(wanted)
      .map((problem) => toMessage(problem, applyFix));
    // The path is new on each drawing; its text is what counts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [problems, applyFix, key, exact]);
}
