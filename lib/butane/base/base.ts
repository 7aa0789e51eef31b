import type { IgnitionSpec } from "../ignition";
import type { Values } from "../struct/decode";
import type { Structs } from "../struct/structs";
import type { Translation, Translators } from "../translate/translation";
import type { Rules } from "../validate/rules";

/** Adds to a config what no single struct of the document becomes: generated units, whole trees. */
export type Finisher = (
  run: Translation,
  document: never,
  config: Values,
  ignition: IgnitionSpec,
) => void;

/** A spec without a distribution: what variants build on. */
export interface Base {
  readonly structs: Structs;
  /** The Ignition spec it becomes. */
  readonly ignition: IgnitionSpec;
  readonly rules: Rules;
  readonly translators: Translators;
  /** In the order they run. */
  readonly finishers: readonly Finisher[];
}
