import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/** Bundles a TypeScript file of ours for Node and loads it. */
export async function load(root, entry) {
  const outfile = join(
    root,
    ".kindling/bench",
    entry.replace(/\W+/g, "-") + ".mjs",
  );
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
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
