"use client";

import { useEffect, useRef } from "react";
import type { CodePaneProps } from "./code-pane";
import { editorOptions, readOnlyOptions } from "./editor-options";
import { followTheme } from "./follow-theme";
import { monaco } from "./monaco";
import styles from "./editor.module.css";

/** Monaco, read-only: a text that follows from the node. */
export function CodeEditor({ text, language, label }: CodePaneProps) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<ReturnType<typeof monaco.editor.create> | null>(null);

  useEffect(() => {
    if (!host.current) return;
    const created = monaco.editor.create(host.current, {
      ...editorOptions(host.current),
      ...readOnlyOptions,
      ariaLabel: `${label}, read-only. Ctrl+M lets Tab leave the text.`,
      model: monaco.editor.createModel("", language),
    });
    editor.current = created;
    const unfollow = followTheme();
    return () => {
      unfollow();
      created.getModel()?.dispose();
      created.dispose();
      editor.current = null;
    };
  }, [language, label]);

  useEffect(() => {
    const model = editor.current?.getModel();
    if (!model || model.getValue() === text) return;
    // setValue would scroll to the top and fold everything open again at each key press.
    model.applyEdits([{ range: model.getFullModelRange(), text }]);
  }, [text, language, label]);

  return <div className={styles.host} ref={host} />;
}
