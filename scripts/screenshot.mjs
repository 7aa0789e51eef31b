// `npm run screenshot`: pictures of a real node in the built app, for the README: docs/screenshots/{light,dark}.png.
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { chromium as playwright } from "playwright-core";
import { load } from "./bench/bundle.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { link, chromium, chromiumFlags } = await load(
  root,
  "scripts/screenshot/node.ts",
);

const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});
const server = spawn(
  process.execPath,
  [
    "node_modules/next/dist/bin/next",
    "start",
    "--port",
    `${port}`,
    "--hostname",
    "127.0.0.1",
  ],
  { cwd: root, stdio: ["ignore", "ignore", "inherit"] },
);
const url = `http://127.0.0.1:${port}/`;

async function picture(browser, colorScheme) {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    colorScheme,
    reducedMotion: "reduce",
  });
  await page.goto(`${url}#${link}`);
  // Monaco comes last; the picture waits for its lines.
  await page.locator(".monaco-editor .view-line").first().waitFor();
  await page.waitForTimeout(1000);
  const path = join(root, "docs/screenshots", `${colorScheme}.png`);
  await page.screenshot({ path });
  await page.close();
  console.log(`docs/screenshots/${colorScheme}.png`);
}

try {
  for (;;) {
    if (server.exitCode !== null) throw new Error("the server did not start");
    if (await fetch(url).catch(() => undefined)) break;
    await wait(50);
  }
  mkdirSync(join(root, "docs/screenshots"), { recursive: true });
  const browser = await playwright.launch({
    ...(chromium && { executablePath: chromium }),
    args: chromiumFlags,
  });
  await picture(browser, "light");
  await picture(browser, "dark");
  await browser.close();
} finally {
  server.kill();
}
