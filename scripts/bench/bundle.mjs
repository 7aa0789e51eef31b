import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/** Bundles TypeScript of ours for Node and loads it: `code` exports what is measured. */
export async function load(root, name, code) {
  const folder = join(root, ".kindling/bench");
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${name}.mjs`);
  await build({
    absWorkingDir: root,
    stdin: { contents: code, resolveDir: root, loader: "ts" },
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    minify: true,
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
  return import(pathToFileURL(outfile).href);
}
