import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { root, run } from "./process.mjs";
import { step } from "./progress.mjs";

const browsers = [
  {
    name: "chromium",
    variable: "CHROMIUM_PATH",
    programs: ["chromium", "chromium-browser", "google-chrome"],
    debian: "chromium",
  },
  {
    name: "firefox",
    variable: "FIREFOX_PATH",
    programs: ["firefox-esr", "firefox"],
    debian: "firefox-esr",
  },
];

/**
 * Finds the browsers, and gets those that are missing: Debian's own as root on Debian, else Playwright's. Gives the
 * names of those that are there, and for each other one why it is not.
 */
export async function getBrowsers() {
  // Asked only now: before the packages are installed there is no Playwright to ask.
  const playwright = (await import("playwright-core")).default;
  const isThere = (browser) =>
    isOnPath(browser) || existsSync(playwright[browser.name].executablePath());
  const missing = () => browsers.filter((browser) => !isThere(browser));
  const reasons = [];
  if (missing().length > 0) {
    await step(
      `Getting ${missing()
        .map(({ name }) => name)
        .join(" and ")}`,
      async () => {
        reasons.push(await fromDebian(missing()));
        for (const browser of missing()) {
          reasons.push(await fromPlaywright(browser));
        }
        return {
          ok: missing().length === 0,
          note: missing().length > 0 && "not all could be had",
        };
      },
    );
  }
  return {
    found: browsers.filter(isThere).map(({ name }) => name),
    missing: missing().map(
      ({ name, variable }) =>
        `${name}: not on the path, and not to be had here. ${reasons.filter(Boolean).join(" ")}\n` +
        `    Install it, or name it in ${variable}.`,
    ),
  };
}

function isOnPath({ variable, programs }) {
  if (process.env[variable]) return existsSync(process.env[variable]);
  const folders = (process.env.PATH ?? "").split(delimiter);
  return programs.some((program) =>
    folders.some((folder) => existsSync(join(folder, program))),
  );
}

async function fromDebian(wanted) {
  if (process.getuid?.() !== 0) return "apt-get needs root.";
  if (!/^ID=debian$/m.test(osRelease())) return "This is not Debian.";
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const options = ["-qq", "-o", "DPkg::Lock::Timeout=120"];
  await run("apt-get", ["update", ...options], { log: "apt-update", env });
  const { code, output } = await run(
    "apt-get",
    // Pages are measured and pictured with these fonts.
    [
      "install",
      "-y",
      "--no-install-recommends",
      ...options,
      ...wanted.map(({ debian }) => debian),
      "fonts-liberation",
    ],
    { log: "apt-install", env },
  );
  return code === 0 ? "" : `apt-get failed: ${firstError(output)}.`;
}

async function fromPlaywright({ name }) {
  const { code, output } = await run(
    process.execPath,
    [join(root, "node_modules/playwright/cli.js"), "install", name],
    { log: `playwright-install-${name}` },
  );
  return code === 0
    ? ""
    : `Playwright's own could not be downloaded: ${firstError(output)}.`;
}

/** What went wrong in one line; the whole is in the log. */
const firstError = (output) =>
  /^(?:E: |.*Error: )(.+)/m.exec(output)?.[1] ?? "see .kindling/logs";

function osRelease() {
  try {
    return readFileSync("/etc/os-release", "utf8");
  } catch {
    return "";
  }
}
