import nextVitals from "eslint-config-next/core-web-vitals";
import nextTypescript from "eslint-config-next/typescript";
import { defineConfig, globalIgnores } from "eslint/config";

/** What a browser or Node brings, and a library that runs anywhere must not reach for. */
const platformGlobals = [
  "window",
  "document",
  "navigator",
  "location",
  "history",
  "localStorage",
  "sessionStorage",
  "indexedDB",
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "Worker",
  "HTMLElement",
  "alert",
  "process",
  "Buffer",
  "require",
  "module",
  "global",
  "__dirname",
  "__filename",
];

export default defineConfig(
  globalIgnores([
    ".next/",
    ".kindling/",
    "dist/",
    "out/",
    "test-results/",
    "playwright-report/",
    "next-env.d.ts",
    "**/*.validate.js",
  ]),
  ...nextVitals,
  ...nextTypescript,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      // An argument that only holds a place is named with an underscore.
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "inline-type-imports" },
      ],
      eqeqeq: ["error", "always"],
      "no-control-regex": "error",
    },
  },
  {
    // Next asks for default exports in app/, and tools do in their configurations; everything else has a name.
    files: ["{lib,components,cli}/**/*.{ts,tsx}"],
    rules: {
      "import/no-default-export": "error",
      "no-console": "error",
    },
  },
  {
    files: ["cli/**/*.ts", "**/*.test.{ts,tsx}"],
    rules: { "no-console": "off" },
  },
  {
    // Playwright's fixtures hand over by a function named `use`, which is no hook.
    files: ["e2e/**/*.ts"],
    rules: { "react-hooks/rules-of-hooks": "off" },
  },
  {
    files: ["lib/butane/**/*.ts"],
    ignores: ["**/*.test.ts", "lib/butane/testdata/**"],
    rules: {
      "no-restricted-globals": [
        "error",
        ...platformGlobals.map((name) => ({
          name,
          message:
            "lib/butane runs in a page, a worker, a server and a terminal alike: it knows neither the DOM nor Node. " +
            "Take what you need as an argument, as files come in through a FileSource.",
        })),
      ],
    },
  },
);
