import type { Path, Range, Report } from "@/lib/butane";
import type { Preset } from "@/lib/preset";
import type { NotCarriedOver } from "./not-carried-over";

/** What can be opened. */
export type ImportKind =
  | "preset"
  | "link"
  | "butane"
  | "ignition"
  | "cloud-config";

/** A node made of what somebody had. */
export interface Imported {
  readonly ok: true;
  readonly kind: ImportKind;
  /** What it is, for a sentence: `an Ignition config, version 3.4.0`. */
  readonly title: string;
  readonly preset: Preset;
  /** What its own validator says; ranges count in `text`. */
  readonly report: Report;
  /** What was read, once unpacked. */
  readonly text: string;
  readonly notCarriedOver: readonly NotCarriedOver[];
  /** Secrets that the sender of a link kept. */
  readonly leftOut: readonly Path[];
}

/** Why nothing is opened. The draft stays what it is. */
export interface NotImported {
  readonly ok: false;
  /** What it is, as far as that can be told. */
  readonly kind: ImportKind | "foreign" | "unknown";
  readonly sentence: string;
  /** What to do about it. */
  readonly why?: string;
  readonly range?: Range | undefined;
  /** The entries of its own validator, where it got that far. */
  readonly report: Report;
  readonly text: string;
}

export type ImportAnswer = Imported | NotImported;
