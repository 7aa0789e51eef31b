"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useState } from "react";
import { ProblemList } from "@/components/report/problem-list";
import { useProblems } from "@/components/sections/use-section";
import type { Problem } from "@/lib/pipeline";
import { useComposer, useComposerStore } from "@/lib/state/provider";
import { problemSum, sectionOf } from "@/lib/state/selectors";
import { followLine, showField, showLine } from "@/lib/state/view-store";
import styles from "./result-pane.module.css";

/** Problems under the result, each a jump to its field and its line. */
export function Problems() {
  const [open, setOpen] = useState(true);
  const store = useComposerStore();
  const problems = useProblems();
  const outcome = useComposer((state) => state.outcome);
  const applyFix = useComposer((state) => state.applyFix);
  const spec = useComposer((state) => state.preset.target.spec);
  if (!outcome) return null;
  const show = (problem: Problem) => {
    const { preset } = store.getState();
    const start = problem.range?.start;
    if (problem.field) {
      showField(problem.field, sectionOf(problem.field, preset));
      if (start) followLine(start.line, start.column);
    } else if (start) showLine(start.line, start.column);
  };
  const Arrow = open ? ChevronDown : ChevronUp;
  const ignition = spec === "1.0.0" ? "3.3.0" : "3.4.0";
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
          {outcome.ignition === null
            ? "No config yet"
            : `Passes Ignition ${ignition}`}
        </small>
        {problems.length > 0 ? <Arrow size={15} aria-hidden /> : null}
      </button>
      {open && problems.length > 0 ? (
        <div className={styles.list}>
          <ProblemList problems={problems} onOpen={show} onFix={applyFix} />
        </div>
      ) : null}
    </section>
  );
}
