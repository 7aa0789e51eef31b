"use client";

import { History, Redo2, Search, Share2, Undo2 } from "lucide-react";
import { Button, IconButton } from "@/components/ui/button";
import { useMedia } from "@/components/ui/use-media";
import { useComposer } from "@/lib/state/provider";
import { openDialog } from "@/lib/state/view-store";
import { Mark } from "./mark";
import { NodeName } from "./node-name";
import { PrimaryButton } from "./primary-button";
import { TargetChips } from "./target-chips";
import styles from "./top-bar.module.css";

export function TopBar() {
  const leave = useComposer((state) => state.leave);
  const name = useComposer((state) => state.preset.name);
  const phone = useMedia("(max-width: 719px)");
  return (
    <header className={styles.bar}>
      <button
        type="button"
        className={styles.mark}
        onClick={leave}
        aria-label="Kindling: starting points"
        title="Starting points"
      >
        <Mark />
        <span className={styles.word}>Kindling</span>
      </button>
      <h1 className="visually-hidden">Kindling: {name || "unnamed node"}</h1>
      <NodeName />
      <TargetChips />
      <div className={styles.actions}>
        <UndoRedo />
        <Button
          variant="plain"
          aria-keyshortcuts="Control+K"
          aria-label="Commands"
          className={styles.commands}
          onClick={() => openDialog("commands")}
        >
          <span className={styles.long}>Commands</span>
          {phone ? (
            <Search size={16} aria-hidden />
          ) : (
            <kbd>{isMac() ? "⌘ K" : "Ctrl K"}</kbd>
          )}
        </Button>
        <Button
          size="large"
          className={styles.roomy}
          onClick={() => openDialog("compare")}
        >
          Compare
        </Button>
        <Button
          size="large"
          aria-label="Share"
          onClick={() => openDialog("share")}
        >
          <Share2 size={15} aria-hidden className={styles.short} />
          <span className={styles.long}>Share</span>
        </Button>
        {phone ? null : <PrimaryButton />}
      </div>
    </header>
  );
}

function UndoRedo() {
  const undo = useComposer((state) => state.undo);
  const redo = useComposer((state) => state.redo);
  const canUndo = useComposer((state) => state.history.past.length > 0);
  const canRedo = useComposer((state) => state.history.future.length > 0);
  return (
    <>
      <IconButton
        label="Undo"
        aria-keyshortcuts="Control+Z"
        disabled={!canUndo}
        onClick={undo}
      >
        <Undo2 size={16} aria-hidden />
      </IconButton>
      <IconButton
        label="Redo"
        aria-keyshortcuts="Control+Shift+Z"
        disabled={!canRedo}
        onClick={redo}
      >
        <Redo2 size={16} aria-hidden />
      </IconButton>
      <IconButton
        label="History"
        className={styles.roomy}
        onClick={() => openDialog("history")}
      >
        <History size={16} aria-hidden />
      </IconButton>
    </>
  );
}

export function isMac(): boolean {
  return (
    typeof navigator !== "undefined" &&
    /Mac|iPhone|iPad/.test(navigator.platform)
  );
}
