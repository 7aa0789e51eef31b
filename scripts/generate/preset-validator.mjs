// Makes schemas/preset-1.json out of the sections' fragments, and the function that checks a preset against it: compiled ahead
// of time, because the page's content security policy forbids the eval that ajv uses to compile at run time.
import { fileURLToPath } from "node:url";
import Ajv from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));

export async function generate() {
  const schema = await readSchema();
  return {
    "schemas/preset-1.json": `${JSON.stringify(schema, null, 2)}\n`,
    "lib/preset/preset-1.validate.js": await validator(schema),
  };
}

/** The sections are TypeScript, so they are bundled before they are asked. */
async function readSchema() {
  const bundle = await build({
    entryPoints: [`${root}/lib/preset/schema.ts`],
    absWorkingDir: root,
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
    logLevel: "error",
  });
  const code = Buffer.from(bundle.outputFiles[0].contents).toString("base64");
  const { presetSchema } = await import(`data:text/javascript;base64,${code}`);
  return presetSchema();
}

async function validator(schema) {
  const ajv = new Ajv.default({
    strict: true,
    allowUnionTypes: true,
    inlineRefs: false,
    code: { source: true, esm: true },
  });
  const validate = ajv.compile(schema);
  const bundle = await build({
    // ajv writes require() for its own helpers even here, so they are bundled in.
    stdin: {
      contents: standalone.default(ajv, { validatePreset: schema.$id }),
      resolveDir: root,
    },
    bundle: true,
    format: "esm",
    minify: true,
    write: false,
    logLevel: "error",
  });
  if (typeof validate !== "function") throw new Error("ajv made no validator");
  return `// Generated from schemas/preset-1.json by \`npm run generate\`.\n${bundle.outputFiles[0].text}`;
}
