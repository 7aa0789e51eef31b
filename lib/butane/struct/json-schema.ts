import type { Field } from "./field";
import type { Structs } from "./structs";

/** A JSON Schema of draft 07, which editors understand best. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** As much of a spec as its schema needs. */
interface Describable {
  readonly variant: string;
  readonly version: string;
  readonly base: { readonly structs: Structs };
}

/**
 * Describes the documents of a spec for editors: every key with its line of help, and no key besides. It knows shapes
 * only; what values may be is for the rules to say.
 */
export function jsonSchemaOf({
  variant,
  version,
  base,
}: Describable): JsonSchema {
  const definitions = Object.fromEntries(
    Object.entries(base.structs).map(([name, fields]) => [
      name,
      structSchema(fields),
    ]),
  );
  const { Config, ...structs } = definitions;
  const properties = Config?.properties as Record<string, JsonSchema>;
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: `Butane document: ${variant} ${version}`,
    ...Config,
    properties: {
      ...properties,
      variant: { ...properties.variant, const: variant },
      version: { ...properties.version, const: version },
    },
    definitions: structs,
  };
}

function structSchema(fields: Readonly<Record<string, Field>>): JsonSchema {
  const entries = Object.entries(fields);
  const required = entries.filter(([, field]) => field.required);
  return {
    type: "object",
    additionalProperties: false,
    ...(required.length > 0 && { required: required.map(([key]) => key) }),
    properties: Object.fromEntries(
      entries.map(([key, field]) => [key, fieldSchema(field)]),
    ),
  };
}

function fieldSchema(field: Field): JsonSchema {
  const described = { description: describe(field) };
  const choices = field.choices
    ? { enum: field.choices }
    : field.examples && { examples: field.examples };
  switch (field.kind) {
    case "text":
      return { ...described, type: "string", ...choices };
    case "integer":
      return { ...described, type: "integer" };
    case "flag":
      return { ...described, type: "boolean" };
    case "struct":
      // Draft 07 ignores what stands beside a $ref, so the description wraps it.
      return { ...described, allOf: [reference(field.of)] };
    case "table":
      return {
        ...described,
        type: "object",
        additionalProperties: { type: "string" },
      };
    case "list":
      return {
        ...described,
        type: "array",
        items: { ...itemSchema(field.of), ...choices },
      };
  }
}

/** All that a field says of itself in words: what it does, and what holds without it. */
export function describe({ doc, absent }: Field): string {
  return absent === undefined ? doc : `${doc} Left out: ${absent}.`;
}

function itemSchema(of: string): JsonSchema {
  return of === "text" ? { type: "string" } : reference(of);
}

function reference(name: string): JsonSchema {
  return { $ref: `#/definitions/${name}` };
}
