"use client";

import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { TextFix } from "@/lib/butane";
import type { Fix } from "@/lib/checks/check";
import type { Problem } from "@/lib/pipeline";
import styles from "./problem-list.module.css";

interface ProblemListProps {
  readonly problems: readonly Problem[];
  /** Jumps to the field and the line. */
  readonly onOpen: (problem: Problem) => void;
  readonly onFix?: (fix: Fix) => void;
  readonly onTextFix?: (fix: TextFix) => void;
  /** Name of the list for a screen reader. Default: "Problems". */
  readonly label?: string;
}

const icons = { error: CircleAlert, warning: TriangleAlert, info: Info };
const words = { error: "Error", warning: "Warning", info: "Note" };

/** Every problem of the node, the worst first; each leads to its field and its line. */
export function ProblemList({
  problems,
  onOpen,
  onFix,
  onTextFix,
  label = "Problems",
}: ProblemListProps) {
  return (
    <ul className={styles.list} aria-label={label}>
      {problems.map((problem, index) => {
        const Icon = icons[problem.kind];
        const { fix, textFix } = problem;
        const mend = fix
          ? onFix && (() => onFix(fix))
          : textFix && onTextFix && (() => onTextFix(textFix));
        return (
          <li key={index} data-kind={problem.kind} data-code={problem.code}>
            <button
              type="button"
              className={styles.open}
              onClick={() => onOpen(problem)}
            >
              <Icon size={16} aria-hidden="true" />
              <span className={styles.words}>
                <span className="visually-hidden">{words[problem.kind]}: </span>
                <span>{problem.sentence}</span>
                {problem.why && <small>{problem.why}</small>}
              </span>
              {problem.range && (
                <span className={styles.place}>
                  line {problem.range.start.line}
                </span>
              )}
            </button>
            {mend && (
              <button type="button" className={styles.fix} onClick={mend}>
                {(fix ?? textFix)?.label}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
