"use client";

import { useEffect, useMemo, useRef } from "react";
import type { CodePaneProps } from "./code-pane";
import { lineTokens } from "./line-tokens";
import styles from "./code-view.module.css";

/** Numbered lines with the colours of the editor and none of its weight. */
export function CodeView({
  text,
  language,
  label,
  problems,
  changed,
  reveal,
  onLine,
}: CodePaneProps) {
  const list = useRef<HTMLOListElement>(null);
  const lines = useMemo(() => text.replace(/\n$/, "").split("\n"), [text]);
  const kinds = useMemo(() => worstByLine(problems), [problems]);
  useEffect(() => {
    if (!reveal) return;
    list.current?.children[reveal.line - 1]?.scrollIntoView({
      block: "center",
    });
  }, [reveal]);
  return (
    <div className={styles.view} role="region" aria-label={label} tabIndex={0}>
      <ol className={styles.lines} ref={list}>
        {lines.map((line, index) => (
          <li
            key={index}
            data-changed={changed.has(index + 1) || undefined}
            data-problem={kinds.get(index + 1)}
            data-revealed={reveal?.line === index + 1 || undefined}
            onClick={() => onLine(index + 1)}
          >
            <code>
              {lineTokens(line, language).map(({ kind, text }, token) => (
                <span key={token} className={kind ? styles[kind] : undefined}>
                  {text}
                </span>
              ))}
              {"\n"}
            </code>
          </li>
        ))}
      </ol>
    </div>
  );
}

const weight = { info: 0, warning: 1, error: 2 } as const;

function worstByLine(problems: CodePaneProps["problems"]) {
  const worst = new Map<number, keyof typeof weight>();
  for (const { kind, range } of problems) {
    if (!range) continue;
    const before = worst.get(range.start.line);
    if (!before || weight[kind] > weight[before]) {
      worst.set(range.start.line, kind);
    }
  }
  return worst;
}
