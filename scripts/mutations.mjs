// `npm run test:mutations`: breaks what Kindling emits on purpose, in a copy of the project, and insists that a tier of
// `npm run test:real` turns red; and that the copy is green as long as nothing is broken. Ends with `N passed, N failed`.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { env, exit, execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { mutations } from "./real/mutations.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const shared = env.KINDLING_REAL
  ? resolve(env.KINDLING_REAL)
  : join(root, ".kindling/real");
const copy = join(shared, "mutated");
const validate = join(root, ".kindling/ignition/usr/bin/ignition-validate");

let passed = 0;
let failed = 0;

makeCopy();
const controls = new Set(
  mutations.map(({ tiers, node }) => `${tiers} ${node}`),
);
for (const control of controls) {
  const [tiers, node] = control.split(" ");
  const { green, skipped, output } = runTiers(tiers, node);
  if (skipped) {
    console.log(`Skipped: ${skipped}`);
    console.log(`0 passed, 0 failed, ${mutations.length} skipped`);
    exit(0);
  }
  tell(green, `unbroken, ${node} is green in tier ${tiers}`, output);
}
for (const { what, file, before, after, tiers, node } of mutations) {
  const path = join(copy, file);
  const text = readFileSync(path, "utf8");
  if (text.split(before).length !== 2) {
    tell(false, what, `${file} has no such place any more: ${before}`);
    continue;
  }
  writeFileSync(
    path,
    text.replace(before, () => after),
  );
  const { green, output } = runTiers(tiers, node);
  writeFileSync(path, text);
  const first = /^ +✗ (.*)$/m.exec(output)?.[1];
  tell(!green && first, `${what}: ${first ?? "nobody notices"}`, output);
}
rmSync(copy, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
exit(failed === 0 ? 0 : 1);

function tell(holds, line, output) {
  if (holds) passed++;
  else failed++;
  console.log(`${holds ? "✓" : "✗"} ${line}`);
  if (!holds) console.log(output.trimEnd().split("\n").slice(-8).join("\n"));
}

/** The project's own files, with the packages of the original beside them. */
function makeCopy() {
  rmSync(copy, { recursive: true, force: true });
  const listed = spawnSync(
    "git",
    ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
    { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  if (listed.status !== 0) throw new Error(listed.stderr);
  for (const file of listed.stdout.split("\0").filter(Boolean)) {
    if (!existsSync(join(root, file))) continue;
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
}

/** What the tiers say of some nodes, as the copy makes them now. */
function runTiers(tiers, node) {
  const { status, stdout, stderr } = spawnSync(
    execPath,
    ["scripts/real.mjs", "--tier", tiers, "--node", node],
    {
      cwd: copy,
      encoding: "utf8",
      env: {
        ...env,
        KINDLING_REAL: shared,
        ...(existsSync(validate) ? { IGNITION_VALIDATE: validate } : {}),
      },
    },
  );
  const output = `${stdout}${stderr}`;
  const skipped = /^▸ .*: skipped, because .*$/m.exec(output)?.[0];
  return { green: status === 0, skipped, output };
}
