// Makes schemas/butane-<variant>-<version>.json out of the specs that lib/butane decodes with.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));

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
async function readSpecs() {
  const bundle = await build({
    stdin: {
      contents: `
        export { jsonSchemaOf } from "./lib/butane/struct/json-schema";
        export { specs } from "./lib/butane/variants";
      `,
      resolveDir: root,
    },
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
    logLevel: "error",
  });
  const code = Buffer.from(bundle.outputFiles[0].contents).toString("base64");
  return import(`data:text/javascript;base64,${code}`);
}
