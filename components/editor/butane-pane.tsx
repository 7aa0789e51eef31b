"use client";

import { useRef, type RefObject } from "react";
import { lately, NotLoaded, type Again } from "@/components/ui/late";
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
 * Monaco cannot be loaded, with a word about it. Holds no text of its own: it comes in, and edits go out.
 */
export function ButanePane(props: ButanePaneProps) {
  const room = useRoom();
  const plain = <PlainEditor {...props} />;
  // A click before the editor is there is where somebody wants to type.
  const clicked = useRef<number | null>(null);
  if (room === "none") return plain;
  if (room === "soon") return <LightView {...props} clicked={clicked} />;
  return (
    <EditorBoundary fallback={plain}>
      <ButaneEditor {...props} clicked={clicked} />
    </EditorBoundary>
  );
}

interface ClickedProps extends ButanePaneProps {
  readonly clicked: RefObject<number | null>;
}

function LightView(props: ClickedProps) {
  const { text, problems, changed, reveal, clicked: clickedRef } = props;
  return (
    <CodeView
      text={text}
      language="yaml"
      label={paneLabel}
      problems={problems}
      changed={changed}
      reveal={reveal}
      onLine={(line) => {
        clickedRef.current = line;
      }}
    />
  );
}

const ButaneEditor = lately(
  () => import("./butane-editor").then((one) => one.ButaneEditor),
  { waiting: LightView, failed: PlainView },
);

function PlainView({ retry, trying, ...props }: ClickedProps & Again) {
  return (
    <>
      <NotLoaded what="The editor" retry={retry} trying={trying} />
      <PlainEditor {...props} />
    </>
  );
}
