import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import type { ComposerPage } from "./composer-page";
import { expect, test } from "./fixtures";
import { everySectionLink } from "./every-section";

/** The sections every node has, as the list names them. */
const sections = [
  "Target",
  "Extensions",
  "Own layers",
  "Updates",
  "Users and keys",
  "Container engines",
  "Network",
  "Storage",
  "Files",
  "Units",
  "Kernel and boot",
  "OS updates",
  "Ignition",
  "Advanced",
  "More Butane",
  "Identity",
];

/** Every screen, and the way to it from a composed node. */
const screens: Record<string, (composer: ComposerPage) => Promise<unknown>> = {
  ...Object.fromEntries(
    [...sections, "Kubernetes (kubeadm)"].map((title) => [
      title,
      async (composer: ComposerPage) => unfold(await composer.section(title)),
    ]),
  ),
  "user data": (composer) => composer.userData(),
  Ignition: ({ page }) => page.getByRole("tab", { name: "Ignition" }).click(),
  "first boot": async ({ page }) => {
    await page.getByRole("tab", { name: "First boot" }).click();
    await expect(
      page.getByRole("heading", { name: "In the initrd" }),
    ).toBeVisible();
    for (const one of await page.getByText(/^What can go wrong/).all())
      await one.click();
  },
  "files of the node": async (composer) => {
    const { page } = composer;
    await page.getByRole("tab", { name: "Files", exact: true }).click();
    await composer.type(page.getByLabel("Filter by path"), "hostname");
    await page.getByRole("button", { name: "hostname", exact: true }).click();
    await expect(page.getByLabel("Contents of hostname")).toBeVisible();
  },
  "share dialog": ({ page }) =>
    page.getByRole("button", { name: "Share", exact: true }).click(),
  commands: ({ page }) => page.keyboard.press("Control+K"),
  "import dialog": async (composer) => {
    await composer.putOnClipboard(
      "#cloud-config\nhostname: a\npackages: [b]\n",
    );
    await composer.command("Import…");
    await composer.page
      .getByRole("dialog", { name: "Import" })
      .getByLabel("Text")
      .focus();
    await composer.page.keyboard.press("ControlOrMeta+V");
    await expect(
      composer.page.getByRole("list", { name: "Not carried over" }),
    ).toBeVisible();
  },
  comparison: (composer) => compareWithExample(composer, "Meaning"),
  "hashes of images": (composer) =>
    composer.command("Hashes of images from SHA256SUMS"),
  "an extension on a running node": (composer) =>
    composer.command("Kubernetes (kubeadm) on a running node"),
  "a minor upgrade": (composer) =>
    composer.command("Plan a minor upgrade of Kubernetes (kubeadm)"),
  guide: (composer) => composer.command("How extensions work on Flatcar"),
  "comparison, line by line": (composer) =>
    compareWithExample(composer, "Text"),
  "comparison, for a running node": (composer) =>
    compareWithExample(composer, "On a running node"),
  history: async (composer) => {
    await composer.command("History and snapshots");
    const { page } = composer;
    await page
      .getByLabel("Keep this node as it is now, under the name")
      .pressSequentially("mine");
    await page.getByRole("button", { name: "Keep", exact: true }).click();
    await expect(
      page.getByRole("listitem", { name: "mine", exact: true }).first(),
    ).toBeVisible();
  },
};

/** The link says which secrets it left out, and says so until somebody has read it. */
async function dismissNotice(page: Page) {
  const notice = page
    .getByRole("status")
    .filter({ hasText: "not in the link" });
  await notice.getByRole("button", { name: "Dismiss" }).click();
}

/** Opens whatever a form keeps folded, and what is folded inside. */
async function unfold(form: Locator) {
  const closed = form.getByRole("button", { name: /^Open the / });
  await expect(form.getByRole("heading").first()).toBeVisible();
  for (let left = await closed.count(); left > 0; left = await closed.count())
    await closed.first().click();
}

async function compareWithExample(composer: ComposerPage, tab: string) {
  await composer.command("Compare with another node");
  const dialog = composer.page.getByRole("dialog", { name: "Compare" });
  await dialog
    .getByLabel("From", { exact: true })
    .selectOption({ label: "Docker host" });
  await dialog.getByRole("tab", { name: tab }).click();
  await expect(dialog.getByRole("status")).toHaveText(/differences$/);
}

async function expectAccessible(page: Page, screen: string) {
  const { violations } = await new AxeBuilder({ page })
    // Without the empty page that it otherwise opens for every result.
    .setLegacyMode()
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    at: nodes.map(({ target }) => target.join(" ")),
  }));
  expect(found, `axe on ${screen}`).toEqual([]);
}

const schemes = [
  { scheme: "light", tag: "@everywhere" },
  // The colours are the same in every browser, and this takes a while.
  { scheme: "dark", tag: "@chromium" },
] as const;

for (const { scheme, tag } of schemes) {
  test(
    `axe finds nothing on any screen in ${scheme}`,
    { tag },
    async ({ composer }) => {
      test.setTimeout(600_000);
      const { page } = composer;
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      await composer.open();
      await expect(page.getByRole("heading").first()).toBeVisible();
      await expectAccessible(page, "the first screen");
      await composer.openNode(everySectionLink);
      await dismissNotice(page);
      for (const [name, show] of Object.entries(screens)) {
        await show(composer);
        await expectAccessible(page, name);
        await expectNoLonger(page);
        if (await page.getByRole("dialog").isVisible()) {
          await page.keyboard.press("Escape");
        }
      }
    },
  );
}

test("at 360 px every screen fits, and the node can be composed", async ({
  composer,
}) => {
  test.setTimeout(180_000);
  const { page } = composer;
  await page.setViewportSize({ width: 360, height: 740 });
  await composer.open();
  await expectNoSideways(page);
  await page.goto("about:blank");
  await composer.open(everySectionLink);
  await dismissNotice(page);
  for (const title of sections) {
    // The link left a secret out, so the page begins where it is to be filled in.
    await page.getByRole("button", { name: "Sections" }).click();
    await unfold(await composer.section(title));
    await expectNoSideways(page);
    await expectNoLonger(page);
  }
  await composer.type(page.getByLabel("Hostname", { exact: true }), "phone");
  await expect(composer.copyButton.first()).toBeVisible();
  const copied = await composer.copyUserData();
  expect(copied).toContain("phone");
  expect(await page.locator(".monaco-editor").count()).toBe(0);
});

async function expectNoSideways(page: Page) {
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(wider, "pixels that stand out to the right").toBeLessThanOrEqual(0);
}

/** A composed node fills the window and scrolls inside. */
async function expectNoLonger(page: Page) {
  const longer = await page.evaluate(
    () => document.documentElement.scrollHeight - window.innerHeight,
  );
  expect(longer, "pixels that stand out below").toBeLessThanOrEqual(0);
}

test("the text stands in Monaco, whose worker finds a letter that only looks right", async ({
  composer,
}) => {
  const { page } = composer;
  const workers: string[] = [];
  page.on("worker", (worker) => workers.push(worker.url()));
  await composer.openEmpty();
  const form = await composer.section("More Butane");
  await composer.type(
    form.getByRole("textbox", { name: "Butane" }),
    // The o of motd is the Cyrillic one.
    "storage: {files: [{path: /etc/m\u043etd}]}",
  );
  await expect(
    page.locator(".monaco-editor .view-line", { hasText: "/etc/m\u043etd" }),
  ).toBeVisible();
  await expect(
    page.locator(".monaco-editor .unicode-highlight"),
  ).not.toHaveCount(0);
  // The editor's, and the one that computes what follows a key.
  expect(workers).toHaveLength(2);
  for (const worker of workers)
    expect(worker).toMatch(/^http:\/\/127\.0\.0\.1/);
});
