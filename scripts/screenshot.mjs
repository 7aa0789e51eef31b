// `npm run screenshot`: pictures of a real node in the built app, for the README: docs/screenshots/{light,dark}.png.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { load } from "./bench/bundle.mjs";
import { withBuiltPage } from "./built-page.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { link, chromium, chromiumFlags } = await load(
  root,
  "scripts/screenshot/node.ts",
);

async function picture(browser, url, colorScheme) {
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

mkdirSync(join(root, "docs/screenshots"), { recursive: true });
await withBuiltPage(root, { chromium, chromiumFlags }, async (browser, url) => {
  await picture(browser, url, "light");
  await picture(browser, url, "dark");
});
