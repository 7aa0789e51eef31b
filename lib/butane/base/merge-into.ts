import { mergeConfigs } from "../ignition/merge";
import type { Struct } from "../ignition/struct";
import type { Values } from "../struct/decode";
import { Sources } from "../translate/source-map";
import type { Translation } from "../translate/translation";

/** A config that was made for the document, and where its parts came from. */
export interface MadeConfig {
  readonly config: Values;
  readonly sources: Sources;
}

/** Merges the document's `config` into one that was made for it; what the document says wins. */
export function mergeInto(
  run: Translation,
  struct: Struct,
  made: MadeConfig,
  config: Values,
): void {
  const before = { ...config };
  const child = run.sources;
  child.config = before;
  made.sources.config = made.config;
  const merged = mergeConfigs(struct, made.config, before);
  const { origins } = merged;
  run.sources = new Sources({ parent: made.sources, child, origins });
  Object.assign(config, merged.config);
}
