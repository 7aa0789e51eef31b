"use client";

import { lazy, Suspense, useRef } from "react";
import type { Catalogue, Path } from "@/lib/butane";
import type { Problem } from "@/lib/pipeline";
import { CodeView } from "./code-view";
import { EditorBoundary } from "./editor-boundary";
import { paneLabel } from "./pane-label";
import { PlainEditor } from "./plain-editor";
import { useRoom } from "./use-room";

/** A place to show: the editor scrolls there and marks it for a moment. A new `token` repeats the same place. */
export interface Reveal {
  readonly line: number;
  readonly column: number;
  readonly token: number;
  /** Leave the focus where it is. */
  readonly quiet?: true;
}

/** Whether a change belongs to what is being typed, or is a step of its own. */
export type EditStep = "typing" | "whole";

export interface ButanePaneProps {
  /** The text to show. What comes back from `onText` changes nothing; any other one is put in with as few edits as possible. */
  readonly text: string;
  readonly onText: (text: string, step: EditStep) => void;
  /** Problems of this text, or of the one before while the next run is under way. */
  readonly problems: readonly Problem[];
  /** Lines of the last change, counted from 1. */
  readonly changed: ReadonlySet<number>;
  readonly reveal: Reveal | null;
  readonly onFix: (fix: NonNullable<Problem["fix"]>) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  /** Somebody wants to see the form's field for what stands at a path of the document. */
  readonly onShowInForm: (path: Path) => void;
  /** What it has is offered where paths, addresses and units are typed. */
  readonly catalogue: Catalogue;
}

/**
 * The Butane text, to be read and written. Monaco where there is room for it; a plain text field on phones, and where
 * Monaco cannot be loaded. Holds no text of its own: it comes in, and edits go out.
 */
export function ButanePane(props: ButanePaneProps) {
  const room = useRoom();
  const plain = <PlainEditor {...props} />;
  // A click before the editor is there is where somebody wants to type.
  const clicked = useRef<number | null>(null);
  if (room === "none") return plain;
  const view = (
    <CodeView
      text={props.text}
      language="yaml"
      label={paneLabel}
      problems={props.problems}
      changed={props.changed}
      reveal={props.reveal}
      onLine={(line) => {
        clicked.current = line;
      }}
    />
  );
  if (room === "soon") return view;
  return (
    <EditorBoundary fallback={plain}>
      <Suspense fallback={view}>
        <ButaneEditor {...props} clicked={clicked} />
      </Suspense>
    </EditorBoundary>
  );
}

const ButaneEditor = lazy(() =>
  import("./butane-editor").then(({ ButaneEditor }) => ({
    default: ButaneEditor,
  })),
);
