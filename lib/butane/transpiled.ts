import type { FileSource } from "./file-source";
import type { Report } from "./report";
import type { ContentsCache } from "./resource/contents-cache";
import type { SourceDocument } from "./source";
import type { SourceMap } from "./translate/source-map";

/** Everything that decides a run beside the text itself. */
export interface TranspileOptions {
  /** The text as `parse` read it, for a caller that has read it already. Default: it is read. */
  readonly document?: SourceDocument;
  /** Indents the JSON by two spaces. Default: one line. */
  readonly pretty?: boolean;
  /** Where `local` files and `trees` are read. Default: none, and every use of one is an error, as in Butane. */
  readonly files?: FileSource;
  /** Only the Ignition config, without what the variant puts around it (a MachineConfig for `openshift`). Default: false. */
  readonly raw?: boolean;
  /** Whether `inline` and `local` contents may be compressed where that is shorter. Default: true. */
  readonly compress?: boolean;
  /**
   * Remembers what contents became, for a caller that transpiles a document again and again while it is typed. The result is
   * the same. Default: everything is made anew.
   */
  readonly contents?: ContentsCache;
}

/**
 * How far a run got before it stopped:
 *
 * - `yaml`: the text is no YAML, or a value has a type its field cannot take
 * - `variant`: no variant, a spec version that is none, or a pair that nobody knows
 * - `source`: the document breaks a rule of its spec
 * - `generated`: the Ignition config made of it breaks a rule of Ignition
 */
export type Stage = "yaml" | "variant" | "source" | "generated";

/** The outcome of a run; it has a report also where there is no config. */
export interface Transpiled {
  /** The Ignition config (a MachineConfig in YAML, where the variant makes one) as text, without a newline at its end; `null` when the report has a fatal entry. */
  readonly output: string | null;
  /** The Ignition config as plain data; `null` when the report has a fatal entry. */
  readonly ignition: unknown | null;
  readonly report: Report;
  /** From paths of the Ignition config back to paths of the document. */
  readonly sources: SourceMap;
  /** Where the run stopped; absent when it came to its end. */
  readonly stopped?: Stage;
}
