"use client";

import type { editor, IRange } from "monaco-editor/editor";
import { useEffect, useRef, type RefObject } from "react";
import { sameData } from "@/lib/same";
import { rangeOf } from "./assistance";
import type { Editor } from "./butane-editor";
import type { ButanePaneProps } from "./butane-pane";
import { isFresh } from "./fresh-reveal";
import { shownOffset } from "./line-ends";
import { isMoved, markersOf, type Marker } from "./markers";
import { monaco } from "./monaco";
import styles from "./editor.module.css";

type Marked = Pick<ButanePaneProps, "text" | "problems" | "changed" | "reveal">;

/** Draws problems, the lines of the last change and the place that asks to be seen. */
export function useMarks(
  editor: RefObject<Editor | null>,
  { text, problems, changed, reveal }: Marked,
) {
  /** The markers as they were drawn, as long as no key has moved one. */
  const standing = useRef<readonly Marker[] | null>(null);
  useEffect(() => {
    const typed = editor.current
      ?.getModel()
      ?.onDidChangeContent(({ changes }) => {
        const moved = standing.current?.some((marker) =>
          changes.some((change) => isMoved(marker, change)),
        );
        if (moved) standing.current = null;
      });
    return () => {
      typed?.dispose();
      standing.current = null;
    };
  }, [editor]);

  useEffect(() => {
    const model = editor.current?.getModel();
    if (!model) return;
    const at = (offset: number) => shownOffset(text, offset);
    const markers = markersOf(problems, (start, end) =>
      firstLineOf(model, rangeOf(model, at(start), at(end))),
    );
    // Drawing them makes the editor draw everything, and most keys change none.
    if (standing.current && sameData(standing.current, markers)) return;
    standing.current = markers;
    monaco.editor.setModelMarkers(model, "kindling", markers);
    // Keys that were typed since move the markers along; they are made anew with the next problems.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [editor, problems]);

  const touched = useRef<editor.IEditorDecorationsCollection | null>(null);
  // The next editor has decorations of its own.
  useEffect(() => () => void (touched.current = null), [editor]);
  useEffect(() => {
    touched.current ??= editor.current?.createDecorationsCollection() ?? null;
    const wanted = blocksOf(changed).map(
      ([first, last]) => new monaco.Range(first, 1, last, 1),
    );
    const drawn = touched.current?.getRanges() ?? [];
    const same =
      drawn.length === wanted.length &&
      drawn.every((range, at) => range.equalsRange(wanted[at]));
    if (!same)
      touched.current?.set(
        wanted.map((range) => ({
          range,
          options: {
            isWholeLine: true,
            className: styles.changed ?? null,
            linesDecorationsClassName: styles.bar ?? null,
          },
        })),
      );
  }, [editor, changed]);

  useEffect(() => {
    const one = editor.current;
    if (!reveal || !one || !isFresh(reveal)) return;
    const { line, column, quiet } = reveal;
    one.revealPositionInCenterIfOutsideViewport({ lineNumber: line, column });
    one.setPosition({ lineNumber: line, column });
    if (!quiet) one.focus();
    const flash = one.createDecorationsCollection([
      {
        range: new monaco.Range(line, 1, line, 1),
        options: { isWholeLine: true, className: styles.flash ?? null },
      },
    ]);
    const over = setTimeout(() => flash.clear(), 1200);
    return () => {
      clearTimeout(over);
      flash.clear();
    };
  }, [editor, reveal]);
}

/** An entry about a whole list item stands at its first line: a wave under every line of it hides the others. */
function firstLineOf(model: editor.ITextModel, range: IRange): IRange {
  const { startLineNumber: line, endLineNumber: last } = range;
  return line === last
    ? range
    : {
        ...range,
        endLineNumber: line,
        endColumn: model.getLineMaxColumn(line),
      };
}

/** Lines that follow each other, as first and last. */
function blocksOf(lines: ReadonlySet<number>): [number, number][] {
  const blocks: [number, number][] = [];
  for (const line of [...lines].sort((one, other) => one - other)) {
    const block = blocks.at(-1);
    if (block && block[1] === line - 1) block[1] = line;
    else blocks.push([line, line]);
  }
  return blocks;
}
