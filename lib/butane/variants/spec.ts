import type { Base, Finisher } from "../base/base";

/** What a document may be written in: a variant's version, as its difference from the base beneath. */
export interface Spec {
  readonly variant: string;
  readonly version: string;
  readonly base: Base;
  /** What the variant does to the config, once its base has made one without an error. */
  readonly finishers?: readonly Finisher[];
  /** Places of the Ignition config that the variant does not support, and the code to say so. Lists are passed through. */
  readonly forbidden?: Readonly<Record<string, string>>;
}
