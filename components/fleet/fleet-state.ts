import { create } from "zustand";
import type { Preset } from "@/lib/preset";

/** A table as it was typed or opened. */
export interface FleetTable {
  readonly text: string;
  /** The file it came from, where it is too long for a text field. */
  readonly file?: string;
}

export interface OtherRole {
  readonly name: string;
  readonly preset: Preset;
  /** The file it came from. */
  readonly file: string;
}

interface FleetState {
  readonly table: FleetTable;
  /** What the column `role` says for the node that is open; empty while it is the only one. */
  readonly role: string;
  readonly others: readonly OtherRole[];
}

/**
 * The table of the fleet. It is kept while the page is open and nowhere else: its values may be secrets, so they are in no draft, link
 * or history.
 */
export const useFleet = create<FleetState>(() => ({
  table: { text: "" },
  role: "",
  others: [],
}));
