"use client";

import { Undo2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useComposer } from "@/lib/state/provider";
import styles from "./result-pane.module.css";

/** How many lines the last change touched, and the way back. */
export function LastChange() {
  const lines = useComposer((state) => state.changed.size);
  const canUndo = useComposer((state) => state.history.past.length > 0);
  const undo = useComposer((state) => state.undo);
  if (lines === 0 || !canUndo) return null;
  return (
    <Button
      variant="plain"
      className={styles.change}
      title="Undo the last change"
      onClick={undo}
    >
      last change: {lines === 1 ? "1 line" : `${lines} lines`}
      <Undo2 size={14} aria-hidden />
    </Button>
  );
}
