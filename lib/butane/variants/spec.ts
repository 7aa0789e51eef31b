import type { Base } from "../base/base";

/** What a document may be written in: a variant's version, as its difference from the base beneath. */
export interface Spec {
  readonly variant: string;
  readonly version: string;
  readonly base: Base;
  /** Places of the Ignition config that the variant does not support, and the code to say so. Lists are passed through. */
  readonly forbidden?: Readonly<Record<string, string>>;
}
