"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import type { Problem } from "@/lib/pipeline";
import { CodeView } from "./code-view";
import { EditorBoundary } from "./editor-boundary";

/** A place to show: the editor scrolls there and selects it. A new `token` repeats the same place. */
export interface Reveal {
  readonly line: number;
  readonly column: number;
  readonly token: number;
}

export interface CodePaneProps {
  readonly text: string;
  readonly language: "yaml" | "json";
  /** Name for a screen reader: `Butane`. */
  readonly label: string;
  readonly problems: readonly Problem[];
  /** Lines of the last change, counted from 1. */
  readonly changed: ReadonlySet<number>;
  readonly reveal: Reveal | null;
  /** Somebody clicked a line. */
  readonly onLine: (line: number) => void;
}

/**
 * A read-only text: Monaco where there is room for it, a light view on phones and until Monaco is there.
 * If Monaco cannot be loaded the light view stays; it shows the same text.
 */
export function CodePane(props: CodePaneProps) {
  const roomy = useRoomOnceIdle();
  const view = <CodeView {...props} />;
  if (!roomy) return view;
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

const wide = "(min-width: 720px)";

/** True once the page is at rest on a screen wide enough for an editor. */
function useRoomOnceIdle(): boolean {
  const [roomy, setRoomy] = useState(false);
  useEffect(() => {
    if (!window.matchMedia(wide).matches) return;
    return whenIdle(() => setRoomy(true));
  }, []);
  return roomy;
}

/** Safari has no `requestIdleCallback`; a short wait does there. */
function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === "function") {
    const id = requestIdleCallback(work, { timeout: 2000 });
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(work, 300);
  return () => clearTimeout(id);
}
