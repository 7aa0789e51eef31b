// Makes schemas/butane-<variant>-<version>.json out of the specs that lib/butane decodes with.
import { loadTypeScript } from "../typescript.mjs";

export async function generate() {
  const { jsonSchemaOf, specs } = await readSpecs();
  return Object.fromEntries(
    specs.map((spec) => [
      `schemas/butane-${spec.variant}-${spec.version}.json`,
      `${JSON.stringify(jsonSchemaOf(spec), null, 2)}\n`,
    ]),
  );
}

/** The specs are TypeScript, so they are bundled before they are asked. */
function readSpecs() {
  return loadTypeScript(`
    export { jsonSchemaOf } from "./lib/butane/struct/json-schema";
    export { specs } from "./lib/butane/variants";
  `);
}
