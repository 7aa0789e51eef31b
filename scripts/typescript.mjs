import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What a module of TypeScript at the project's root would export: it is bundled in memory and loaded. */
export async function loadTypeScript(contents) {
  const bundle = await build({
    stdin: { contents, resolveDir: root, loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
    logLevel: "error",
    // A guard for bundles of the page; here nothing else runs it.
    plugins: [
      {
        name: "server-only",
        setup: ({ onResolve, onLoad }) => {
          onResolve({ filter: /^server-only$/ }, ({ path }) => ({
            path,
            namespace: "empty",
          }));
          onLoad({ filter: /.*/, namespace: "empty" }, () => ({
            contents: "",
          }));
        },
      },
    ],
  });
  const code = Buffer.from(bundle.outputFiles[0].contents).toString("base64");
  return import(`data:text/javascript;base64,${code}`);
}
