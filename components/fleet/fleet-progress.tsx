"use client";

import { counted } from "@/lib/words";
import styles from "./fleet-dialog.module.css";
import type { FleetRun } from "./use-fleet-run";

/** How far it is, and what came of it. */
export function FleetProgress({
  run,
  packing,
}: {
  run: FleetRun | null;
  packing: boolean;
}) {
  const going = run !== null && !run.ended;
  return (
    <div className={styles.progress}>
      {going ? (
        <progress
          aria-label={packing ? "Making the archive" : "Looking at the rows"}
          max={run.total}
          value={run.done}
        />
      ) : null}
      <p role="status">{run && run.ended ? verdictOf(run) : ""}</p>
      {going ? (
        <span aria-hidden>
          {counted(run.done)} of {counted(run.total)}
        </span>
      ) : null}
    </div>
  );
}

function verdictOf({ total, blocked, gathered }: FleetRun): string {
  if (blocked) return "Nothing can be made of this table yet.";
  const rows = total === 1 ? "1 node" : `${counted(total)} nodes`;
  const { leftOut } = gathered;
  return leftOut === 0
    ? `${rows}, no errors.`
    : `${rows}, ${counted(leftOut)} with errors: those are left out.`;
}
