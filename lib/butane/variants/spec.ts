import type { Base, Finisher } from "../base/base";
import type { Path } from "../path";
import type { Entry } from "../report";
import type { Forbidden } from "../validate/forbidden";

/** What a document may be written in: a variant's version, as its difference from the base beneath. */
export interface Spec {
  readonly variant: string;
  readonly version: string;
  readonly base: Base;
  /** What the variant does to the config, once its base has made one without an error. */
  readonly finishers?: readonly Finisher[];
  /** Places of the Ignition config that the variant does not support, and the code to say so. Lists on the way are left out. */
  readonly forbidden?: Forbidden;
  /** What stands around the Ignition config. */
  readonly wrapper?: Wrapper;
  /** Whether contents may be compressed, where the variant decides. */
  readonly compress?: boolean;
}

/** What a variant puts around the Ignition config, unless plain Ignition is asked for. */
export interface Wrapper {
  /** Where the config stands in it. */
  readonly at: Path;
  /** What is wrong with the rest of it; paths are those of the document. */
  check(document: never): Entry[];
  /** Warns of what plain Ignition does not carry. */
  lost(document: never): Entry[];
  /** Prints the whole; `config` is the Ignition config as it comes out of its JSON. */
  print(document: never, config: unknown): string;
}
