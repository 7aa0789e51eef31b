import { readFileSync } from "node:fs";
import { join } from "node:path";
import { npm, root } from "./process.mjs";
import { Failure, step, tail } from "./progress.mjs";

/** Installs the packages of the lock, unless node_modules already holds exactly those. */
export async function packages() {
  if (installed()) return;
  await step("Installing packages", async () => {
    // NODE_ENV=production would leave out what the build needs.
    const { code, output } = await npm(["ci", "--include=dev"], {
      log: "install",
    });
    if (code !== 0) {
      throw new Failure(`npm ci failed:\n${tail(output, 30)}`);
    }
  });
}

/**
 * npm notes what it has installed in a hidden lock, as its last act; so this also sees an installation that was
 * interrupted, and one that someone did by hand needs no second one.
 */
function installed() {
  const there = lockedPackages("node_modules/.package-lock.json");
  const wanted = lockedPackages("package-lock.json");
  if (!there) return false;
  return Object.entries(wanted).every(
    ([place, entry]) =>
      place === "" || entry.optional || there[place]?.version === entry.version,
  );
}

function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), "utf8")).packages;
  } catch {
    return undefined;
  }
}
