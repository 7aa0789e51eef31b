import { useStore } from "zustand";
import { notify } from "../view-store";
import { databaseShelf } from "./database";
import { createSnapshots } from "./snapshots";
import type { SnapshotsState } from "./snapshots-state";
import { summaryOf } from "./summary";

/** Tells other tabs; null where the browser has no such thing, and they look again when they are opened. */
const channel =
  typeof BroadcastChannel === "function"
    ? new BroadcastChannel("kindling.snapshots")
    : null;

/** The snapshots of this browser; all tabs share them. */
export const snapshots = createSnapshots({
  shelf: databaseShelf(),
  summarize: summaryOf,
  announce: () => channel?.postMessage("changed"),
  tell: () =>
    notify({
      text: "This browser keeps no history: its storage is full or switched off. Snapshots stay until this tab is closed; download the preset to keep one.",
      stays: true,
    }),
});

channel?.addEventListener("message", () => void snapshots.getState().load());

/** Reads a part of this browser's snapshots and follows it; what other tabs keep or delete comes in as well. */
export function useSnapshots<Part>(
  select: (state: SnapshotsState) => Part,
): Part {
  return useStore(snapshots, select);
}
