"use client";

import { lazy, Suspense } from "react";
import { CodeView } from "./code-view";
import { EditorBoundary } from "./editor-boundary";
import { useRoom } from "./use-room";

export interface CodePaneProps {
  readonly text: string;
  readonly language: "json";
  /** Name for a screen reader: `Ignition config`. */
  readonly label: string;
}

/**
 * A text to read: Monaco where there is room for it, a light view on phones and until Monaco is there.
 * If Monaco cannot be loaded the light view stays; it shows the same text.
 */
export function CodePane(props: CodePaneProps) {
  const room = useRoom();
  const view = <CodeView {...props} />;
  if (room !== "now") return view;
  return (
    <EditorBoundary fallback={view}>
      <Suspense fallback={view}>
        <CodeEditor {...props} />
      </Suspense>
    </EditorBoundary>
  );
}

const CodeEditor = lazy(() =>
  import("./code-editor").then(({ CodeEditor }) => ({ default: CodeEditor })),
);
