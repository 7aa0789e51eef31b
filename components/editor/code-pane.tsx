"use client";

import { lately, NotLoaded, type Again } from "@/components/ui/late";
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
 * If Monaco cannot be loaded that is told above the light view, which shows the same text.
 */
export function CodePane(props: CodePaneProps) {
  const room = useRoom();
  const view = <CodeView {...props} />;
  if (room !== "now") return view;
  return (
    <EditorBoundary fallback={view}>
      <CodeEditor {...props} />
    </EditorBoundary>
  );
}

const CodeEditor = lately(
  () => import("./code-editor").then((one) => one.CodeEditor),
  { waiting: CodeView, failed: LightView },
);

function LightView({ retry, trying, ...props }: CodePaneProps & Again) {
  return (
    <>
      <NotLoaded what="The editor" retry={retry} trying={trying} />
      <CodeView {...props} />
    </>
  );
}
