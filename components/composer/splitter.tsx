"use client";

import type { KeyboardEvent, PointerEvent } from "react";
import { useView } from "@/lib/state/view-store";
import styles from "./composer.module.css";

const narrowest = 320;
const step = 24;

interface SplitterProps {
  /** Width of the pane to its right. */
  width: number;
  onChange: (width: number) => void;
}

/** The line between form and result: dragged, or moved with the arrow keys; Enter hides the result. */
export function Splitter({ width, onChange }: SplitterProps) {
  const widest = () => Math.max(narrowest, window.innerWidth - 620);
  const set = (next: number) =>
    onChange(Math.round(Math.min(widest(), Math.max(narrowest, next))));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowLeft") set(width + step);
    else if (event.key === "ArrowRight") set(width - step);
    else if (event.key === "Home") set(widest());
    else if (event.key === "End") set(narrowest);
    else if (event.key === "Enter") useView.setState({ resultShown: false });
    else return;
    event.preventDefault();
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId))
      set(window.innerWidth - event.clientX);
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the result"
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={2000}
      tabIndex={0}
      className={styles.splitter}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
      onDoubleClick={() => set(556)}
    />
  );
}
