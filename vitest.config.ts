import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    include: [
      "{lib,components,cli,app,examples}/**/*.test.{ts,tsx}",
      "scripts/**/*.test.{mjs,ts}",
    ],
    setupFiles: ["scripts/laws/same-seed.ts"],
    // The code under test is pure, so files may share one context: 2 s instead of 6 s for 400 tests.
    isolate: false,
    // The laws try a hundred nodes each, and a machine may be busy.
    testTimeout: 60_000,
  },
});
