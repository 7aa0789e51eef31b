"use client";

import {
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  type RefObject,
} from "react";
import { knownOf } from "@/lib/butane";
import { setContext } from "./assistance";
import { butane } from "./butane-language";
import type { ButanePaneProps } from "./butane-pane";
import { editorOptions, typingOptions } from "./editor-options";
import { followTheme } from "./follow-theme";
import { handleKeys, handleShowInForm } from "./handle-keys";
import { shownOffset, shownText } from "./line-ends";
import { monaco } from "./monaco";
import { paneLabel } from "./pane-label";
import { problemCount } from "./problem-count";
import { useMarks } from "./use-marks";
import { useTextSync } from "./use-text-sync";
import styles from "./editor.module.css";

export type Editor = ReturnType<typeof monaco.editor.create>;

interface ButaneEditorProps extends ButanePaneProps {
  /** The line that was clicked before the editor was there. */
  readonly clicked: RefObject<number | null>;
}

/** Monaco, to type Butane in. The text belongs to the page: what comes in is put in, and what is typed goes out. */
export function ButaneEditor(props: ButaneEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const count = useId();
  const known = useMemo(() => knownOf(props.catalogue), [props.catalogue]);
  // What the editor calls back later reads the props of that moment.
  const latest = useRef({ ...props, known });
  useLayoutEffect(() => {
    latest.current = { ...props, known };
  });

  useEffect(() => {
    if (!host.current) return;
    const model = monaco.editor.createModel(
      shownText(latest.current.text),
      butane,
    );
    model.setEOL(monaco.editor.EndOfLineSequence.LF);
    setContext(model, () => {
      const { text, problems, known, onFix } = latest.current;
      const place = (offset: number) => shownOffset(text, offset);
      return { problems, known, place, onFix };
    });
    const created = monaco.editor.create(host.current, {
      ...editorOptions(host.current),
      ...typingOptions,
      ariaLabel: `${paneLabel}. F12 shows the line in the form, Ctrl+M lets Tab leave the text.`,
      model,
    });
    editor.current = created;
    describe(host.current, count);
    handleKeys(created, latest);
    handleShowInForm(created, (path) => latest.current.onShowInForm(path));
    const { clicked } = latest.current;
    if (clicked.current !== null) {
      created.setPosition({ lineNumber: clicked.current, column: 1 });
      created.focus();
    }
    const unfollow = followTheme();
    return () => {
      unfollow();
      created.dispose();
      model.dispose();
      editor.current = null;
    };
  }, [count]);

  useTextSync(editor, props);
  useMarks(editor, props);

  return (
    <>
      <div className={styles.host} ref={host} />
      <span className="visually-hidden" id={count}>
        {problemCount(props.problems)}
      </span>
    </>
  );
}

/** Monaco draws the field that has the focus; what is said about it is told there. */
function describe(host: HTMLElement, id: string) {
  host
    .querySelector('[role="textbox"], textarea')
    ?.setAttribute("aria-describedby", id);
}
