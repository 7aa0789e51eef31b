// `npm run lint:arrows`: keeps the import arrows of .dependency-cruiser.cjs.
//
// A rule whose pattern went stale finds nothing and looks like success; with an unfit TypeScript the cruiser even reads
// no file at all and is content. So first one violation of each rule is planted in a scratch folder and must be found.
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const config = join(root, ".dependency-cruiser.cjs");
const folders = ["app", "components", "lib", "cli", "examples"];

// Floors that several folders share.
const readers = "arrows: lib/import, lib/boot, lib/compare";
const advisers = "arrows: lib/checks, lib/share";

/** Rule, the file that breaks it, and what that file imports. */
const planted = [
  ["arrows: components", "components/a.ts", "app/page"],
  ["arrows: lib/state", "lib/state/a.ts", "components/a"],
  ["arrows: examples", "examples/a.ts", "lib/state/a"],
  ["arrows: lib/fleet", "lib/fleet/a.ts", "examples/a"],
  ["arrows: lib/pipeline", "lib/pipeline.ts", "examples/a"],
  [readers, "lib/import/a.ts", "lib/state/a"],
  [readers, "lib/boot/a.ts", "lib/pipeline"],
  [readers, "lib/compare/a.ts", "lib/pipeline"],
  [advisers, "lib/checks/a.ts", "lib/boot/a"],
  [advisers, "lib/share/a.ts", "components/a"],
  ["arrows: lib/delivery", "lib/delivery/a.ts", "lib/checks/a"],
  ["arrows: lib/preset", "lib/preset/a.ts", "lib/delivery/a"],
  ["arrows: lib/catalogue", "lib/catalogue/a.ts", "lib/preset/a"],
  ["arrows: lib/butane", "lib/butane/a.ts", "lib/preset/a"],
  ["stages: registry", "lib/butane/registry.ts", "lib/butane/transpile"],
  [
    "stages: variants",
    "lib/butane/variants/flatcar/v1_1/a.ts",
    "lib/butane/registry",
  ],
  [
    "stages: base",
    "lib/butane/base/v0_5/a.ts",
    "lib/butane/variants/flatcar/v1_1/a",
  ],
  [
    "stages: ignition",
    "lib/butane/ignition/v3_4/a.ts",
    "lib/butane/base/v0_5/a",
  ],
  [
    "stages: translate, validate",
    "lib/butane/validate/a.ts",
    "lib/butane/ignition/v3_4/a",
  ],
  [
    "stages: translate, validate",
    "lib/butane/translate/a.ts",
    "lib/butane/base/v0_5/a",
  ],
  ["stages: struct", "lib/butane/struct/a.ts", "lib/butane/validate/a"],
  ["stages: resource, units", "lib/butane/units/a.ts", "lib/butane/struct/a"],
  [
    "stages: resource, units",
    "lib/butane/resource/a.ts",
    "lib/butane/struct/a",
  ],
  ["stages: source", "lib/butane/source/a.ts", "lib/butane/struct/a"],
  [
    "stages: path, report, messages",
    "lib/butane/path.ts",
    "lib/butane/source/a",
  ],
  [
    "stages: sysext and emit stand beside",
    "lib/butane/transpile.ts",
    "lib/butane/sysext/a",
  ],
  ["butane: one door", "lib/preset/door.ts", "lib/butane/source/a"],
  ["butane: stands alone", "lib/butane/b.ts", "lib/other"],
  ["butane: no platform", "lib/butane/c.ts", "react"],
  ["butane: no Node", "lib/butane/d.ts", "node:fs"],
  ["only outside: YAML packages", "lib/butane/emit/a.ts", "yaml"],
  ["only ^lib/preset/: ajv", "lib/checks/b.ts", "ajv"],
  [
    "only ^components/editor/: monaco",
    "components/b.ts",
    "monaco-editor/editor",
  ],
  ["server: only app", "components/c.ts", "lib/server/a"],
  ["cli: nobody's library", "lib/delivery/b.ts", "cli/main"],
  ["cli: no page", "cli/main.ts", "components/a"],
  ["tests: stay tests", "lib/share/b.ts", "lib/share/a.test"],
  ["packages: only listed ones", "lib/share/c.ts", "fast-check"],
  ["no circles", "lib/checks/round.ts", "lib/checks/trip"],
];
/** What the planted files need beside them. */
const bystanders = [
  ["app/page.ts"],
  ["lib/other.ts"],
  ["lib/butane/sysext/a.ts"],
  ["lib/server/a.ts"],
  ["lib/share/a.test.ts"],
  ["lib/checks/trip.ts", "lib/checks/round"],
];

function cruise(folder, type) {
  const present = folders.filter((name) => existsSync(join(folder, name)));
  return spawnSync(
    process.execPath,
    [
      join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs"),
      ...["--config", config, "--output-type", type],
      ...present,
    ],
    { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 },
  );
}

function plant() {
  const scratch = join(root, ".kindling/arrows");
  rmSync(scratch, { recursive: true, force: true });
  for (const name of ["package.json", "tsconfig.json"]) {
    mkdirSync(scratch, { recursive: true });
    copyFileSync(join(root, name), join(scratch, name));
  }
  const files = [...planted.map(([, ...file]) => file), ...bystanders];
  for (const [file, imports] of files) {
    mkdirSync(join(scratch, dirname(file)), { recursive: true });
    writeFileSync(
      join(scratch, file),
      `${imports ? `import * as other from "${specifier(file, imports)}";\nexport const use = other;\n` : "export const use = 1;\n"}`,
    );
  }
  return scratch;
}

const specifier = (file, imports) =>
  /^(app|components|lib|cli)\//.test(imports)
    ? posix.relative(dirname(file), imports).replace(/^(?!\.)/, "./")
    : imports;

/** The rules that did not find what was planted for them, and those for which nothing is planted. */
function blindRules() {
  const found = JSON.parse(cruise(plant(), "json").stdout).summary.violations;
  const rules = createRequire(import.meta.url)(config).forbidden;
  return [
    ...planted
      .filter(
        ([rule, file]) =>
          !found.some((one) => one.rule.name === rule && one.from === file),
      )
      .map(([rule, file]) => `"${rule}" does not see ${file}`),
    ...rules
      .filter(({ name }) => !planted.some(([rule]) => rule === name))
      .map(({ name }) => `"${name}" has no planted violation`),
  ];
}

const blind = blindRules();
if (blind.length > 0) {
  console.error(`Rules that find nothing:\n  ${blind.join("\n  ")}`);
  process.exit(1);
}
const { stdout, stderr, status } = cruise(root, "err-long");
process.stdout.write(stdout);
process.stderr.write(stderr);
const read = Number(/(\d+) modules/.exec(stdout)?.[1] ?? 0);
if (status === 0 && read === 0) {
  console.error("No file was read: the check has checked nothing.");
  process.exit(1);
}
process.exitCode = status === 0 ? 0 : 1;
