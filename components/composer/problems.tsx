"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useState } from "react";
import { ProblemList } from "@/components/report/problem-list";
import { useProblems } from "@/components/sections/use-section";
import { applyEdits, type TextFix } from "@/lib/butane";
import type { Problem } from "@/lib/pipeline";
import { shownText } from "@/lib/state/composer-state";
import { useComposer, useComposerStore } from "@/lib/state/provider";
import { problemSum, sectionOf } from "@/lib/state/selectors";
import { followLine, showField, showLine } from "@/lib/state/view-store";
import styles from "./result-pane.module.css";
import { Upgrades } from "./upgrades";

/** Problems under the result, each a jump to its field and its line. */
export function Problems() {
  const [open, setOpen] = useState(true);
  const store = useComposerStore();
  const problems = useProblems();
  const outcome = useComposer((state) => state.outcome);
  const applyFix = useComposer((state) => state.applyFix);
  const broken = useComposer((state) => state.broken !== null);
  if (!outcome) return null;
  const show = (problem: Problem) => {
    const { preset } = store.getState();
    const start = problem.range?.start;
    // What no form knows of a text has no field but the text itself.
    const inText = problem.field?.[0] === "rest" && preset.rest.whole;
    if (problem.field && !(inText && start)) {
      showField(problem.field, sectionOf(problem.field, preset));
      if (start) followLine(start.line, start.column);
    } else if (start) showLine(start.line, start.column);
  };
  const mendText = (fix: TextFix) => {
    const state = store.getState();
    // Its offsets are those of the text that was last looked at.
    if (state.pending || !state.settled) return;
    state.setText(applyEdits(shownText(state), fix.edits), "whole");
  };
  const Arrow = open ? ChevronDown : ChevronUp;
  return (
    <section className={styles.problems} aria-label="Problems of this node">
      <button
        type="button"
        className={styles.sum}
        aria-expanded={open && problems.length > 0}
        disabled={problems.length === 0}
        onClick={() => setOpen(!open)}
      >
        {problemSum(problems)}
        <small>
          {broken
            ? "The text cannot be read"
            : outcome.ignitionVersion === null
              ? "No config yet"
              : `Passes Ignition ${outcome.ignitionVersion}`}
        </small>
        {problems.length > 0 ? <Arrow size={15} aria-hidden /> : null}
      </button>
      {open && problems.length > 0 ? (
        <div className={styles.list}>
          <ProblemList
            problems={problems}
            onOpen={show}
            onFix={applyFix}
            onTextFix={mendText}
          />
        </div>
      ) : null}
      <Upgrades />
    </section>
  );
}
