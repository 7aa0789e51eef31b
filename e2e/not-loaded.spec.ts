import type { Page, Route } from "@playwright/test";
import type { ComposerPage } from "./composer-page";
import { expect, test } from "./fixtures";

/** Where the parts of the page come from that are fetched when they are needed. */
const parts = /\/_next\/static\/chunks\//;

test.use({ keptAway: parts });

/** Nothing comes from here on, but for what is let through; gives a function that brings the network back. */
async function loseNetwork(page: Page, isLetThrough = (_: string) => false) {
  const onRoute = (route: Route) =>
    isLetThrough(route.request().url()) ? route.continue() : route.abort();
  await page.route(parts, onRoute);
  return () => page.unroute(parts, onRoute);
}

/** A node whose first parts are all there, so that none of them is what does not come. */
async function openQuietNode(composer: ComposerPage) {
  await composer.openEmpty();
  // Monaco hides the field that takes its keys.
  await expect(composer.editor).toBeAttached();
}

async function openHistory({ page }: ComposerPage) {
  await page.getByRole("button", { name: "History", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "History" });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Keeps the node under a name in the dialog that is open, and closes it. */
async function keep({ page }: ComposerPage, name: string) {
  const dialog = page.getByRole("dialog", { name: "History" });
  await dialog
    .getByLabel("Keep this node as it is now, under the name")
    .pressSequentially(name);
  await dialog.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(dialog.getByRole("listitem", { name })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
}

test("a form that does not come says so in its place, and works after a retry", async ({
  composer,
}) => {
  const { page } = composer;
  await openQuietNode(composer);
  const comeBack = await loseNetwork(page);
  await composer.sections.getByRole("button", { name: /^Storage/ }).click();
  const alert = page.getByRole("alert").filter({ hasText: "did not load" });
  await expect(alert).toContainText("This part of Kindling did not load.");
  // The network is still away.
  await alert.getByRole("button", { name: "Retry" }).click();
  await expect(alert.getByRole("button", { name: "Retry" })).toBeVisible();
  // What was there goes on.
  await composer.section("Identity");
  await composer.type(page.getByLabel("Hostname", { exact: true }), "node-1");
  await composer.sections.getByRole("button", { name: /^Storage/ }).click();
  await expect(alert).toBeVisible();

  await comeBack();
  await alert.getByRole("button", { name: "Retry" }).click();
  await expect(
    page.getByRole("region", { name: "Storage", exact: true }),
  ).toBeVisible();
  await expect(alert).toBeHidden();
  await expect.poll(() => composer.document()).toContain("node-1");
});

test("a dialog that does not come says so and can be closed; it opens after a retry", async ({
  composer,
}) => {
  const { page } = composer;
  await openQuietNode(composer);
  const comeBack = await loseNetwork(page);
  const open = page.getByRole("button", { name: "History", exact: true });
  const notLoaded = page.getByRole("dialog", { name: "Not loaded" });
  await open.click();
  await expect(notLoaded.getByRole("alert")).toContainText("did not load.");
  await page.keyboard.press("Escape");
  await expect(notLoaded).toBeHidden();
  await open.click();
  const retry = notLoaded.getByRole("button", { name: "Retry" });
  await expect(retry).toBeVisible();

  await comeBack();
  await retry.click();
  await expect(page.getByRole("dialog", { name: "History" })).toBeVisible();
  await keep(composer, "before");
});

test("a snapshot whose changes nobody could tell says so, and tells them after a retry", async ({
  composer,
}) => {
  const { page } = composer;
  const hostname = async (name: string) => {
    await composer.section("Identity");
    await composer.type(page.getByLabel("Hostname", { exact: true }), name);
  };
  await openQuietNode(composer);
  // The dialog itself is there; what compares is not, for there was nothing to compare.
  const dialog = await openHistory(composer);
  await page.keyboard.press("Escape");
  const comeBack = await loseNetwork(page);
  await hostname("first");
  await openHistory(composer);
  await keep(composer, "before");
  await hostname("second");
  await openHistory(composer);
  await keep(composer, "after");

  await openHistory(composer);
  const row = dialog.getByRole("listitem", { name: "after" });
  await expect(row).toContainText("what changed is not known yet");
  const retry = dialog.getByRole("alert").getByRole("button");
  await expect(retry).toHaveText("Retry");

  await comeBack();
  await retry.click();
  // One that is kept by itself may have come in between, even within the name.
  const list = dialog.getByRole("list", { name: "Snapshots" });
  await expect(list).toContainText(/Hostname \w+ → second/);
  await expect(list).not.toContainText("not known yet");
  await expect(retry).toHaveCount(0);
});

test("a first screen that nothing follows says so, and opens once the network is back", async ({
  composer,
}) => {
  const { page } = composer;
  // What the page itself names is there before anybody does anything.
  const html = await (await page.request.get("/")).text();
  const comeBack = await loseNetwork(page, (url) =>
    html.includes(new URL(url).pathname),
  );
  await composer.open();
  const empty = page.getByRole("button", { name: /empty node/i }).first();
  await empty.click();
  await expect(page.getByRole("main")).toContainText("Kindling did not load.");
  await expect(empty).toBeVisible();

  await comeBack();
  await empty.click();
  await expect(composer.sections).toBeVisible();
});
