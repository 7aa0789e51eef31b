"use client";

import { ButanePane } from "@/components/editor/butane-pane";
import { useProblems } from "@/components/sections/use-section";
import { shownText } from "@/lib/state/composer-state";
import { showFieldOf } from "@/lib/state/origins";
import {
  useCatalogue,
  useComposer,
  useComposerStore,
} from "@/lib/state/provider";
import { useView } from "@/lib/state/view-store";

/** The Butane text, to be read and written. */
export function ButaneView() {
  const store = useComposerStore();
  const text = useComposer(shownText);
  const changed = useComposer((state) => state.changed);
  const { setText, applyFix, undo, redo } = store.getState();
  return (
    <ButanePane
      text={text}
      onText={setText}
      problems={useProblems()}
      changed={changed}
      reveal={useView((view) => view.reveal)}
      onFix={applyFix}
      onUndo={undo}
      onRedo={redo}
      onShowInForm={(path) => showFieldOf(store, path)}
      catalogue={useCatalogue()}
    />
  );
}
