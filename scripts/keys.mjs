// `npm run bench:keys`: the main thread's work from a key press until every pane shows what follows from it, in Chromium, on
// the last build, with a document of 300 lines open. Budget: 16 ms for 95 of 100 keys. What the browser itself takes for a key, on
// a page with nothing but a field, is told beside it.
import { fileURLToPath } from "node:url";
import { load } from "./bench/bundle.mjs";
import { ms } from "./bench/timing.mjs";
import { withBuiltPage } from "./built-page.mjs";
import { workAfterKeys } from "./keys/trace.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { chromium, chromiumFlags, draft, text } = await load(
  root,
  "scripts/keys/document.ts",
);
const budget = 16;
/** Keys before anything is measured: the first ones compile code and grow caches. */
const warm = 40;
const measured = 60;
/** What a key asks for comes at once; drafts, links and offers come when nobody has typed for 250 ms and are told apart. */
const window = 200;
const pause = 900;

const places = [
  {
    title: "a key in the Butane text",
    async focus(page) {
      await page.locator(".monaco-editor .view-line").first().waitFor();
      await page.getByRole("code").first().click();
      await page.keyboard.press("Control+Home");
      await page.keyboard.press("End");
    },
  },
  {
    title: "a key in a field of the form",
    async focus(page) {
      await page
        .getByRole("navigation", { name: "Sections" })
        .getByRole("button", { name: /^Identity/ })
        .click();
      await page.getByLabel("Hostname", { exact: true }).click();
      await page.keyboard.press("End");
    },
  },
];

/** The work of each key on a page that `open` leaves with the focus in place. */
async function typed(browser, open) {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
  });
  await open(page);
  for (let n = 0; n < warm; n++)
    await page.keyboard.type(letter(n), { delay: 60 });
  await page.waitForTimeout(2000);
  const work = await workAfterKeys(browser, page, {
    keys: Array.from({ length: measured }, (_, n) => letter(n)),
    window,
    pause,
  });
  await page.close();
  return work;
}

async function openNode(page, url, { focus }) {
  await page.addInitScript((kept) => {
    sessionStorage.setItem("kindling.tab", kept);
    localStorage.setItem(
      "kindling.draft",
      JSON.stringify(JSON.parse(kept).preset),
    );
  }, JSON.stringify(draft));
  await page.goto(url);
  await page.locator(".monaco-editor .view-line").first().waitFor();
  await page.waitForTimeout(1500);
  await focus(page);
}

async function openField(page) {
  await page.setContent("<!doctype html><input>");
  await page.locator("input").click();
}

const letter = (n) => "kindling"[n % 8];

const at = (values, share) =>
  [...values].sort((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ];

const lines = text.split("\n").length - 1;
console.log(`Main-thread work per key, ${lines} lines, ${measured} keys each:`);
let over = false;
await withBuiltPage(root, { chromium, chromiumFlags }, async (browser, url) => {
  const field = await typed(browser, openField);
  console.log(
    `a key in a field on an empty page: p50 ${ms(at(field.soon, 0.5))}`,
  );
  for (const place of places) {
    const work = await typed(browser, (page) => openNode(page, url, place));
    const [p50, p95] = [at(work.soon, 0.5), at(work.soon, 0.95)];
    over ||= p95 > budget;
    console.log(
      `${place.title}: p50 ${ms(p50)}, p95 ${ms(p95)} (budget ${budget} ms); afterwards, at rest: p50 ${ms(at(work.later, 0.5))}`,
    );
  }
});
process.exitCode = over ? 1 : 0;
