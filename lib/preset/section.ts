import type { Draft, ButaneDocument } from "@/lib/butane";
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

export function oneOf(...values: readonly string[]): Schema {
  return { type: "string", enum: values };
}
