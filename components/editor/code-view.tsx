"use client";

import { useEffect, useMemo, useRef } from "react";
import type { Problem } from "@/lib/pipeline";
import type { Reveal } from "./butane-pane";
import { jsonTokens, startState, yamlTokens, type Token } from "./line-tokens";
import styles from "./code-view.module.css";

interface CodeViewProps {
  readonly text: string;
  readonly language: "yaml" | "json";
  readonly label: string;
  readonly problems?: readonly Problem[];
  readonly changed?: ReadonlySet<number>;
  readonly reveal?: Reveal | null;
  readonly onLine?: (line: number) => void;
}

/** Numbered lines with the colours of the editor and none of its weight. */
export function CodeView({
  text,
  language,
  label,
  problems,
  changed,
  reveal,
  onLine,
}: CodeViewProps) {
  const list = useRef<HTMLOListElement>(null);
  const lines = useMemo(() => tokensOf(text, language), [text, language]);
  const kinds = useMemo(() => worstByLine(problems ?? []), [problems]);
  useEffect(() => {
    if (!reveal) return;
    list.current?.children[reveal.line - 1]?.scrollIntoView({
      block: "center",
    });
  }, [reveal]);
  return (
    <div className={styles.view} role="region" aria-label={label} tabIndex={0}>
      <ol className={styles.lines} ref={list}>
        {lines.map((tokens, index) => (
          <li
            key={index}
            data-changed={changed?.has(index + 1) || undefined}
            data-problem={kinds.get(index + 1)}
            data-revealed={reveal?.line === index + 1 || undefined}
            onClick={() => onLine?.(index + 1)}
          >
            <code>
              {tokens.map(({ kind, text }, token) => (
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

function tokensOf(text: string, language: "yaml" | "json"): Token[][] {
  let state = startState;
  return text
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => {
      if (language === "json") return jsonTokens(line);
      const one = yamlTokens(line, state);
      state = one.state;
      return one.tokens;
    });
}

const weight = { info: 0, warning: 1, error: 2 } as const;

function worstByLine(problems: readonly Problem[]) {
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
