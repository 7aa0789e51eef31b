// The arrows between folders, as rules: a → b means that a may import b, and never the other way round.
// `npm run lint:arrows` first shows that each rule here finds a planted violation, then checks the tree.

/** The whole: every folder may import those below it. Folders on one line may import each other. */
const floors = [
  ["app", "^app/"],
  ["components", "^components/"],
  ["lib/state", "^lib/state/"],
  ["examples", "^examples/"],
  ["lib/fleet", "^lib/fleet/"],
  ["lib/pipeline", "^lib/pipeline\\.ts$"],
  ["lib/import, lib/boot, lib/compare", "^lib/(import|boot|compare)/"],
  ["lib/checks, lib/share", "^lib/(checks|share)/"],
  ["lib/delivery", "^lib/delivery/"],
  ["lib/preset", "^lib/preset/"],
  ["lib/catalogue", "^lib/catalogue/"],
  ["lib/butane", "^lib/butane/"],
];

/** Inside lib/butane: a text goes down these floors and its report comes back up. */
const stages = [
  ["transpile", "^lib/butane/transpile\\.ts$"],
  ["registry", "^lib/butane/registry\\.ts$"],
  ["variants", "^lib/butane/variants/"],
  ["base", "^lib/butane/base/"],
  ["ignition", "^lib/butane/ignition/"],
  ["translate, validate", "^lib/butane/(translate|validate)/"],
  ["struct", "^lib/butane/struct/"],
  ["resource, units", "^lib/butane/(resource|units)/"],
  ["source", "^lib/butane/source/"],
  [
    "path, report, messages",
    "^lib/butane/(path|file-path|report|messages)\\.ts$",
  ],
];

/** Tests may look at anything. */
const tests = "\\.test\\.tsx?$|/testdata/|/testing(/|\\.ts$)";

/** No import from a floor to any floor above it. */
const downwards = (prefix, list, why) =>
  list.slice(1).map(([name, pattern], index) => {
    const above = list.slice(0, index + 1);
    return {
      name: `${prefix}: ${name}`,
      severity: "error",
      comment: `${name} lies below ${above.map(([upper]) => upper).join(", ")}, and imports point down only. ${why}`,
      from: { path: pattern, pathNot: tests },
      to: { path: above.map(([, upper]) => upper).join("|") },
    };
  });

/** A package that only one place may know, so that it can be exchanged there; without a place, none. */
const only = (name, packages, place, why) => ({
  name: `only ${place ?? "outside"}: ${name}`,
  severity: "error",
  comment: why,
  from: {
    path: "^(app|components|lib|cli|examples)/",
    pathNot: [place, tests].filter(Boolean),
  },
  to: { path: `(^|/)node_modules/(${packages})/` },
});

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...downwards(
      "arrows",
      floors,
      "Move what both need to the lower one, or hand it down as an argument.",
    ),
    ...downwards(
      "stages",
      stages,
      "A stage knows what comes before it in the text's way down, never who calls it.",
    ),
    {
      name: "stages: sysext and emit stand beside",
      severity: "error",
      comment:
        "sysext, emit and from-ignition write Butane, assist helps to type it; the stages read it. They meet in what lies below both (source, path, report, messages).",
      from: {
        path: stages.map(([, pattern]) => pattern).join("|"),
        pathNot: tests,
      },
      to: { path: "^lib/butane/(sysext|emit|edit|from-ignition|assist)/" },
    },
    {
      name: "butane: one door",
      severity: "error",
      comment:
        'lib/butane is a library of its own: import from "@/lib/butane". What you miss there belongs into its index.ts.',
      from: {
        path: "^(app|components|lib|cli|examples)/",
        pathNot: ["^lib/butane/", tests],
      },
      to: { path: "^lib/butane/", pathNot: "^lib/butane/index\\.ts$" },
    },
    {
      name: "butane: stands alone",
      severity: "error",
      comment:
        "lib/butane can be published by itself: it imports nothing of Kindling but the shared Result, byte and comparison helpers.",
      from: { path: "^lib/butane/", pathNot: tests },
      to: {
        path: "^(app|components|lib|cli|examples|scripts|e2e)/",
        pathNot: "^lib/(butane/|(result|bytes|same)\\.ts$)",
      },
    },
    {
      name: "butane: no platform",
      severity: "error",
      comment:
        "lib/butane runs in a page, a worker, a server and a terminal alike: neither React, nor Next, nor Node's modules. Files come in through a FileSource.",
      from: { path: "^lib/butane/", pathNot: tests },
      to: {
        path: "(^|/)node_modules/(react|react-dom|next|zustand|monaco-editor)/",
      },
    },
    {
      name: "butane: no Node",
      severity: "error",
      comment:
        "lib/butane runs in a page as well: it has no Node modules. Files come in through a FileSource.",
      from: { path: "^lib/butane/", pathNot: tests },
      to: { dependencyTypes: ["core"] },
    },
    only(
      "YAML packages",
      "js-yaml|yaml",
      undefined,
      "YAML is read by lib/butane/source alone, with the rules of Go's yaml.v3: any package reads some documents differently (docs/adr/0001).",
    ),
    only(
      "ajv",
      "ajv",
      "^lib/preset/",
      "Only the preset's validator knows ajv, and only as code that was generated ahead of time: the page's content security policy forbids eval.",
    ),
    only(
      "monaco",
      "monaco-editor",
      "^components/editor/",
      "Only components/editor knows Monaco: it is loaded late and never on phones, and one import elsewhere would put it into the first load.",
    ),
    {
      name: "server: only app",
      severity: "error",
      comment:
        "lib/server runs on the server and may hold secrets: only app, whose files render there, uses it.",
      from: {
        path: "^(components|lib|cli|examples)/",
        pathNot: ["^lib/server/", tests],
      },
      to: { path: "^lib/server/" },
    },
    {
      name: "cli: nobody's library",
      severity: "error",
      comment:
        "The page and the library know nothing of the command line. What both need belongs into lib.",
      from: { path: "^(app|components|lib|examples)/", pathNot: tests },
      to: { path: "^(cli|scripts|e2e)/" },
    },
    {
      name: "cli: no page",
      severity: "error",
      comment:
        "The command line works without a browser: it uses the pipeline, not the page.",
      from: { path: "^cli/", pathNot: tests },
      to: { path: "^(app|components|lib/state)/" },
    },
    {
      name: "tests: stay tests",
      severity: "error",
      comment: "What ships must not import what only tests need.",
      from: { path: "^(app|components|lib|cli)/", pathNot: tests },
      to: { path: "\\.test\\.tsx?$|/testdata/|/testing/" },
    },
    {
      name: "packages: only listed ones",
      severity: "error",
      comment:
        "What ships may import only packages that package.json lists under dependencies: a development tool is not there in production.",
      from: { path: "^(app|components|lib|cli|examples)/", pathNot: tests },
      to: {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "no circles",
      severity: "error",
      comment:
        "Files that import each other in a circle can only be understood, tested and loaded together. Take the shared part out.",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // Stylesheets and the like are checked by the build.
    exclude: { path: "\\.(css|json|woff2|svg)$" },
    tsConfig: { fileName: "tsconfig.json" },
    // Also imports of types only: an arrow in a type is an arrow.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
