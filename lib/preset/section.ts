import type {
  ButaneDocument,
  Draft,
  DraftEntry,
  OpenDocument,
  Path,
} from "@/lib/butane";
import type { Preset, SectionId } from "./preset";

/** A JSON Schema, draft 07, as far as presets use it. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly pattern?: string;
  readonly not?: Schema;
  readonly items?: Schema;
  readonly default?: unknown;
  /** Holds a secret: links, stored presets and messages leave it out. */
  readonly writeOnly?: true;
}

/** What a section writes into, and the node it is part of. */
export interface ComposeContext {
  readonly document: ButaneDocument & Draft;
  readonly preset: Preset;
}

/** What a section reads from. */
export interface ReadContext {
  readonly document: OpenDocument;
  /** The node as it was before: what the document does not say stays as it is there. */
  readonly prior: Preset;
  /** The node as far as the sections before this one have read it, and the prior one beyond. */
  readonly node: Preset;
  /** What the sections before this one write into such a node. */
  readonly written: readonly DraftEntry[];
}

/** The three groups of the section list. */
export type SectionGroup = "node" | "workload" | "system";

/**
 * A part of the preset: how it is stored, what it is at first, and what it writes. What is left out of a stored preset gets the
 * `default` of its schema; a section's own default is `initial`.
 */
export interface Section<Id extends SectionId = SectionId> {
  readonly id: Id;
  readonly title: string;
  readonly group: SectionGroup;
  readonly schema: Schema;
  readonly initial: Preset[Id];
  compose(value: Preset[Id], context: ComposeContext): void;
  /**
   * The value that a document shows. It may ask for more than there is: whatever it would write that the document does not
   * have is taken back by `without`. A section without `read` keeps the value it had.
   */
  read?(context: ReadContext): Preset[Id];
  /**
   * The value without what wrote something at these fields that the document does not have; the same value where there is
   * nothing to leave out, and the section then falls back to `silent`.
   */
  without?(value: Preset[Id], fields: readonly Path[]): Preset[Id];
  /** How many things are set, for the list of sections; without it no number is shown. */
  count?(value: Preset[Id]): number;
  /**
   * What the value does to a node, a line each, for somebody who is about to open a preset from elsewhere: `adds 2 disks`. Words
   * that came with the preset go through `quote` of `./words`.
   */
  describe?(value: Preset[Id]): readonly string[];
  /** The value with everything left out that writes something; `initial` unless given. */
  silent?(value: Preset[Id]): Preset[Id];
}

/** Ties a section's value to its id. */
export function defineSection<Id extends SectionId>(
  section: Section<Id>,
): Section<Id> {
  return section;
}

/** An object schema that refuses keys it does not know. */
export function closed(
  properties: Readonly<Record<string, Schema>>,
  required: readonly string[] = [],
): Schema {
  return {
    type: "object",
    ...(required.length > 0 ? { required } : {}),
    properties,
    additionalProperties: false,
  };
}

export const text: Schema = { type: "string" };

export const texts: Schema = { type: "array", items: text, default: [] };

/** One of these words. There is no default: what may be left out sets one beside it. */
export function oneOf(...values: readonly string[]): Schema {
  return { type: "string", enum: values };
}
