"use client";

import { useEffect, useId, useRef, useState } from "react";
import { pathAt } from "@/lib/butane";
import { problemCount } from "./problem-count";
import type { ButanePaneProps } from "./butane-pane";
import { isFresh } from "./fresh-reveal";
import { keepLineEnds, shownText } from "./line-ends";
import { paneLabel } from "./pane-label";
import styles from "./plain-editor.module.css";

/** A plain text field for Butane, with the line of the cursor below it. What is wrong stands in the list of problems. */
export function PlainEditor({
  text,
  onText,
  problems,
  reveal,
  onShowInForm,
}: ButanePaneProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [line, setLine] = useState(1);
  const count = useId();
  const shown = shownText(text);

  useEffect(() => {
    const area = field.current;
    if (!reveal || !area || !isFresh(reveal)) return;
    const start = offsetOfLine(area.value, reveal.line);
    if (!reveal.quiet) area.focus({ preventScroll: true });
    area.setSelectionRange(start, start);
    const height = parseFloat(getComputedStyle(area).lineHeight);
    area.scrollTop = Math.max(0, (reveal.line - 4) * height);
  }, [reveal]);

  return (
    <div className={styles.editor}>
      <textarea
        ref={field}
        className={styles.text}
        aria-label={paneLabel}
        aria-describedby={count}
        autoCapitalize="none"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        wrap="off"
        value={shown}
        onChange={({ target }) =>
          onText(
            keepLineEnds(text, target.value),
            Math.abs(target.value.length - shown.length) > 1
              ? "whole"
              : "typing",
          )
        }
        onSelect={({ currentTarget: { value, selectionStart } }) =>
          setLine(value.slice(0, selectionStart).split("\n").length)
        }
      />
      <div className={styles.foot}>
        <span>Line {line}</span>
        <span className="visually-hidden" id={count}>
          {problemCount(problems)}
        </span>
        <button
          type="button"
          onClick={() =>
            onShowInForm(pathAt(shown, offsetOfLine(shown, line, true)))
          }
        >
          Show in form
        </button>
      </div>
    </div>
  );
}

/** Where a line begins, or ends. */
function offsetOfLine(text: string, line: number, end = false): number {
  const lines = text.split("\n").slice(0, end ? line : line - 1);
  return Math.min(
    lines.join("\n").length + (end || line === 1 ? 0 : 1),
    text.length,
  );
}
