import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The first of these programs on the path. */
function onPath(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find(existsSync);
}

/** The machine's own browsers; where there is none, Playwright takes the one it has downloaded. */
export const chromium =
  process.env.CHROMIUM_PATH ??
  onPath("chromium", "chromium-browser", "google-chrome");
export const firefox =
  process.env.FIREFOX_PATH ?? onPath("firefox-esr", "firefox");

/** For Chromium in a container and without a network: no sandbox, and nothing that it fetches by itself. */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
