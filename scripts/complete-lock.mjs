// Adds the optional packages that npm left out of package-lock.json.
//
// Packages with native parts (Next's compiler, esbuild, …) come as one optional package per platform. When a registry
// mirror lacks some of them, `npm install` writes a lock without them, and `npm ci` then refuses that very lock:
// "Missing: @next/swc-darwin-arm64@ from lock file". This script adds an entry for each, so that `npm ci` passes here
// and a machine of another platform still finds its package. Run it after every change of dependencies:
//
//   npm install --save-exact <package> && node scripts/complete-lock.mjs
//
// It changes nothing when nothing is missing. `--check` writes nothing and fails when something is.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const systems = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const processors = [
  "arm",
  "arm64",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "riscv64",
  "s390x",
  "wasm32",
  "x64",
];

/** What npm needs to know to skip a package elsewhere: `@next/swc-win32-x64-msvc` is for win32 on x64. */
export function platformOf(name) {
  const words = name.slice(name.indexOf("/") + 1).split(/[-_.]/);
  const system = words.find((word) =>
    systems.includes(word.replace("musl", "")),
  );
  const processor = words.find((word) => processors.includes(word));
  const libc = words.some((word) => word === "musl" || word === "linuxmusl")
    ? "musl"
    : words.includes("gnu") && "glibc";
  return {
    ...(processor && { cpu: [processor] }),
    ...(system && { os: [system.replace("musl", "")] }),
    ...(system?.startsWith("linux") && libc && { libc: [libc] }),
  };
}

/** Where `from` would find `name`, as Node looks it up: in its own node_modules, then in each one above. */
function located(packages, from, name) {
  for (let folder = from; ; folder = parentOf(folder)) {
    const place = `${folder && `${folder}/`}node_modules/${name}`;
    if (packages[place]) return place;
    if (!folder) return undefined;
  }
}

function parentOf(folder) {
  const end = folder.lastIndexOf("/node_modules/");
  return end < 0 ? "" : folder.slice(0, end);
}

/** Adds the missing entries to a parsed lock and returns their names. */
export function complete(lock) {
  const added = [];
  const packages = lock.packages;
  for (const [from, entry] of Object.entries(packages)) {
    for (const [name, wanted] of Object.entries(
      entry.optionalDependencies ?? {},
    )) {
      if (located(packages, from, name)) continue;
      packages[`node_modules/${name}`] = {
        version: wanted.replace(/^[\^~]/, ""),
        ...platformOf(name),
        ...(entry.dev && { dev: true }),
        optional: true,
      };
      added.push(name);
    }
  }
  if (added.length > 0) {
    // npm writes the entries in this order; keeping it keeps later differences small.
    lock.packages = Object.fromEntries(
      Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, "en")),
    );
  }
  return added;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = fileURLToPath(new URL("../package-lock.json", import.meta.url));
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const added = complete(lock);
  const check = process.argv.includes("--check");
  if (added.length > 0 && !check) {
    writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  }
  console.log(
    added.length === 0
      ? "package-lock.json is complete."
      : `${check ? "Missing" : "Added"}: ${added.join(", ")}`,
  );
  if (check && added.length > 0) process.exitCode = 1;
}
