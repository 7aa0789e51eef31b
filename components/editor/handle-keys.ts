import type { RefObject } from "react";
import { pathAt, type Path } from "@/lib/butane";
import type { Editor } from "./butane-editor";
import type { ButanePaneProps } from "./butane-pane";
import { monaco } from "./monaco";

const { KeyCode } = monaco;

/**
 * Undo and redo are the page's, for form and text alike. A key that the page has taken already is not taken again here.
 */
export function handleKeys(
  editor: Editor,
  latest: RefObject<Pick<ButanePaneProps, "onUndo" | "onRedo">>,
): void {
  editor.onKeyDown((event) => {
    const { onUndo, onRedo } = latest.current;
    const taken = event.browserEvent.defaultPrevented;
    const mod = (event.ctrlKey || event.metaKey) && !event.altKey;
    const undo = mod && event.keyCode === KeyCode.KeyZ;
    const redo = mod && event.keyCode === KeyCode.KeyY;
    if (!taken && !undo && !redo) return;
    event.preventDefault();
    event.stopPropagation();
    if (taken) return;
    if (redo || event.shiftKey) onRedo();
    else onUndo();
  });
}

/** F12, Ctrl+click and the menu lead from a line to the field that wrote it. */
export function handleShowInForm(
  editor: Editor,
  show: (path: Path) => void,
): void {
  const showAt = (offset: number) =>
    show(pathAt(editor.getModel()?.getValue() ?? "", offset));
  editor.addAction({
    id: "kindling.showInForm",
    label: "Show in form",
    keybindings: [KeyCode.F12],
    contextMenuGroupId: "navigation",
    run: () => {
      const position = editor.getPosition();
      const model = editor.getModel();
      if (position && model) showAt(model.getOffsetAt(position));
    },
  });
  editor.onMouseDown(({ event, target }) => {
    const model = editor.getModel();
    if (!(event.ctrlKey || event.metaKey) || !target.position || !model) return;
    if (!event.leftButton) return;
    showAt(model.getOffsetAt(target.position));
  });
}
