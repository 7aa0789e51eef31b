import type { StoreApi } from "zustand";
import type { ComposerState } from "../composer-state";
import type { Settler } from "../settling/settler";
import type { PageStages } from "../stages";
import type { TypedField } from "./typed-field";

/** What the composer store works with: its state, and what stands around it. */
export interface Workings {
  readonly set: StoreApi<ComposerState>["setState"];
  readonly get: () => ComposerState;
  readonly stages: PageStages;
  readonly settler: Settler;
  readonly field: TypedField;
  readonly now: () => number;
}

/** What the store does itself after each step: has everything follow the input. */
export interface Following extends Workings {
  readonly settle: () => void;
}
