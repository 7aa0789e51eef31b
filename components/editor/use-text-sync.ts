"use client";

import { useEffect, useRef, type RefObject } from "react";
import { modelEdit } from "./assistance";
import type { Editor } from "./butane-editor";
import type { ButanePaneProps } from "./butane-pane";
import { stepOf } from "./edit-step";
import { keepLineEnds, shownText } from "./line-ends";
import { minimalEdits } from "./minimal-edits";

/**
 * Keeps the page's text and the editor's the same. What was typed goes out at once; what comes in is put in by edits that
 * leave the cursor, the scroll position and the folds alone.
 */
export function useTextSync(
  editor: RefObject<Editor | null>,
  { text, onText }: Pick<ButanePaneProps, "text" | "onText">,
) {
  /** The page's text as far as the editor knows it; further keys may wait for it to be drawn. */
  const known = useRef(text);
  /** Texts that went out and have not come back yet. */
  const sent = useRef<string[]>([]);
  const incoming = useRef(false);
  const send = useRef(onText);

  useEffect(() => {
    send.current = onText;
  }, [onText]);

  useEffect(() => {
    const one = editor.current;
    const model = one?.getModel();
    if (!one || !model) return;
    known.current = text;
    let pasting = false;
    const node = one.getDomNode();
    const paste = () => (pasting = true);
    node?.addEventListener("paste", paste, { capture: true });
    const changed = model.onDidChangeContent(({ changes }) => {
      if (incoming.current) return;
      const after = keepLineEnds(known.current, model.getValue());
      const step = pasting ? "whole" : stepOf(changes);
      pasting = false;
      known.current = after;
      sent.current.push(after);
      send.current(after, step);
    });
    return () => {
      node?.removeEventListener("paste", paste, { capture: true });
      changed.dispose();
    };
    // The editor is made once; the text that it begins with is the one of that moment.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [editor]);

  useEffect(() => {
    const model = editor.current?.getModel();
    if (!model) return;
    const back = sent.current.lastIndexOf(text);
    // What was typed comes back, maybe after more was typed.
    if (back >= 0 && text !== known.current) {
      sent.current = sent.current.slice(back + 1);
      return;
    }
    sent.current = [];
    known.current = text;
    const edits = minimalEdits(model.getValue(), shownText(text));
    if (edits.length === 0) return;
    incoming.current = true;
    // Going back is the page's: the editor keeps no history of these.
    model.applyEdits(edits.map((edit) => modelEdit(model, edit)));
    incoming.current = false;
  }, [editor, text]);
}
