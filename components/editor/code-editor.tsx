"use client";

import { useEffect, useRef } from "react";
import type { CodePaneProps } from "./code-pane";
import { markersOf } from "./markers";
import { monaco } from "./monaco";
import styles from "./code-editor.module.css";

type Editor = ReturnType<typeof monaco.editor.create>;

/** Monaco, read-only: the text with its problems, and the lines of the last change tinted. */
export function CodeEditor(props: CodePaneProps) {
  const { text, language, label, problems, changed, reveal, onLine } = props;
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const clicked = useRef(onLine);

  useEffect(() => {
    clicked.current = onLine;
  }, [onLine]);

  useEffect(() => {
    if (!host.current) return;
    const created = create(host.current, language, label);
    editor.current = created;
    const click = created.onMouseDown(({ target }) => {
      if (target.position) clicked.current(target.position.lineNumber);
    });
    const unfollow = followTheme();
    return () => {
      unfollow();
      click.dispose();
      created.getModel()?.dispose();
      created.dispose();
      editor.current = null;
    };
  }, [language, label]);

  useEffect(() => {
    const model = editor.current?.getModel();
    if (!model) return;
    // setValue would scroll to the top and fold everything open again at each key press.
    if (model.getValue() !== text) {
      model.pushEditOperations(
        [],
        [{ range: model.getFullModelRange(), text }],
        () => null,
      );
    }
    monaco.editor.setModelMarkers(model, "kindling", markersOf(problems));
  }, [text, problems, language, label]);

  useEffect(() => {
    const drawn = editor.current?.createDecorationsCollection(
      [...changed].map((line) => ({
        range: new monaco.Range(line, 1, line, 1),
        options: {
          isWholeLine: true,
          className: styles.changed ?? null,
          linesDecorationsClassName: styles.bar ?? null,
        },
      })),
    );
    return () => drawn?.clear();
  }, [changed, text, language, label]);

  useEffect(() => {
    if (!reveal || !editor.current) return;
    const position = { lineNumber: reveal.line, column: reveal.column };
    editor.current.revealPositionInCenterIfOutsideViewport(position);
    editor.current.setPosition(position);
    editor.current.focus();
  }, [reveal]);

  return <div className={styles.host} ref={host} />;
}

function create(host: HTMLElement, language: string, label: string): Editor {
  return monaco.editor.create(host, {
    model: monaco.editor.createModel("", language),
    ariaLabel: `${label}, read-only. Ctrl+M lets Tab leave the text.`,
    automaticLayout: true,
    contextmenu: false,
    domReadOnly: true,
    fontFamily: getComputedStyle(host).fontFamily,
    fontLigatures: false,
    fontSize: 12,
    folding: true,
    guides: { indentation: false },
    glyphMargin: false,
    lineDecorationsWidth: 8,
    lineHeight: 19,
    lineNumbersMinChars: 4,
    minimap: { enabled: false },
    overviewRulerLanes: 2,
    padding: { top: 8, bottom: 8 },
    readOnly: true,
    renderLineHighlight: "none",
    scrollBeyondLastLine: false,
    smoothScrolling: false,
    stickyScroll: { enabled: false },
    // Tab moves on to the next control: nothing is typed here.
    tabFocusMode: true,
    // A letter that only looks right, or one that nobody sees, is most often inside a string.
    unicodeHighlight: {
      ambiguousCharacters: true,
      invisibleCharacters: true,
      includeComments: true,
      includeStrings: true,
    },
    wordWrap: "off",
  });
}

/** Keeps Monaco's theme equal to the page's: the switch sets `data-theme`, else the system decides. */
function followTheme(): () => void {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const root = document.documentElement;
  const apply = () => {
    const chosen = root.dataset.theme;
    const dark = chosen === "dark" || (chosen !== "light" && system.matches);
    monaco.editor.setTheme(dark ? "kindling-dark" : "kindling-light");
  };
  apply();
  system.addEventListener("change", apply);
  const switched = new MutationObserver(apply);
  switched.observe(root, { attributes: true, attributeFilter: ["data-theme"] });
  return () => {
    system.removeEventListener("change", apply);
    switched.disconnect();
  };
}
