import { closed, text, type Schema } from "./section";
import { sections } from "./sections";

/** The JSON Schema of a stored preset: every section's fragment, with its initial value as default. */
export function presetSchema(): Schema & Record<string, unknown> {
  const parts = sections.map(({ id, title, schema, initial }) => [
    id,
    { title, ...withDefaults(schema, initial) },
  ]);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: "preset-1.json",
    title: "Kindling preset",
    description:
      "A Flatcar Container Linux node as somebody chose it. What is left out has its default.",
    ...closed(
      {
        kindling: { const: 1, description: "Version of this format." },
        name: {
          ...text,
          default: "",
          description:
            "What the preset is called; written nowhere on the node.",
        },
        ...Object.fromEntries(parts),
      },
      ["kindling"],
    ),
  };
}

function withDefaults(schema: Schema, initial: unknown): Schema {
  const properties = Object.entries(schema.properties ?? {}).map(
    ([key, part]) => [
      key,
      { ...part, default: (initial as Record<string, unknown>)[key] },
    ],
  );
  return { ...schema, properties: Object.fromEntries(properties) };
}
