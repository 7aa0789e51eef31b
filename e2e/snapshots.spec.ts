import { ComposerPage } from "./composer-page";
import { expect, test } from "./fixtures";
import { kubernetesLink } from "./kubernetes-preset";

const openHistory = async ({ page }: ComposerPage) => {
  await page.getByRole("button", { name: "History", exact: true }).click();
  return page.getByRole("dialog", { name: "History" });
};

async function keep(composer: ComposerPage, name: string) {
  const dialog = await openHistory(composer);
  await dialog
    .getByLabel("Keep this node as it is now, under the name")
    .pressSequentially(name);
  await dialog.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(dialog.getByRole("listitem", { name })).toBeVisible();
  await composer.page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
}

async function setHostname(composer: ComposerPage, hostname: string) {
  await composer.section("Identity");
  await composer.type(
    composer.page.getByLabel("Hostname", { exact: true }),
    hostname,
  );
}

test("a snapshot is kept, survives a reload, opens again, and undo brings the node back", async ({
  composer,
}) => {
  const { page } = composer;
  await composer.openEmpty();
  await setHostname(composer, "first");
  await keep(composer, "before");
  await setHostname(composer, "second");
  await keep(composer, "after");
  await composer.settled();
  await page.reload();

  const dialog = await openHistory(composer);
  await expect(dialog.getByRole("listitem", { name: "after" })).toContainText(
    "Hostname first → second",
  );
  await dialog.getByRole("button", { name: "Open before" }).click();
  await expect(dialog).toBeHidden();
  await composer.section("Identity");
  await expect(page.getByLabel("Hostname", { exact: true })).toHaveValue(
    "first",
  );
  // The message that says what was opened has one as well.
  await composer.undo.first().click();
  await composer.section("Identity");
  await expect(page.getByLabel("Hostname", { exact: true })).toHaveValue(
    "second",
  );
});

test("a snapshot is compared with now, renamed, deleted, and put back", async ({
  composer,
}) => {
  const { page } = composer;
  await composer.openEmpty();
  await setHostname(composer, "first");
  await keep(composer, "mine");
  await setHostname(composer, "second");

  const dialog = await openHistory(composer);
  await dialog.getByRole("button", { name: "Compare mine with now" }).click();
  const compare = page.getByRole("dialog", { name: "Compare" });
  await expect(
    compare.getByText("Hostname first → second", { exact: true }),
  ).toBeVisible();
  await page.keyboard.press("Escape");

  await openHistory(composer);
  await dialog.getByRole("button", { name: "More about mine" }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  const name = dialog.getByLabel("Name", { exact: true });
  await composer.type(name, "yours");
  await name.press("Enter");
  const row = dialog.getByRole("listitem", { name: "yours" });
  await expect(row).toBeVisible();

  await dialog.getByRole("button", { name: "More about yours" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(row).toBeHidden();
  await dialog.getByRole("button", { name: "Undo" }).click();
  await expect(row).toBeVisible();
});

test("what another node replaces is kept by itself", async ({ composer }) => {
  const { page } = composer;
  await composer.openNode(kubernetesLink);
  await page.getByRole("button", { name: /^Kindling: starting/ }).click();
  await page.getByRole("button", { name: /^Docker host/ }).click();
  const dialog = await openHistory(composer);
  const automatic = dialog.getByRole("listitem").filter({
    hasText: "Automatic",
  });
  await expect(automatic).not.toHaveCount(0);
  await automatic.last().getByRole("button", { name: /^Open/ }).click();
  await composer.section("Extensions");
  await expect(composer.extension("Kubernetes (kubeadm)")).toBeVisible();
});

test("two tabs see each other's snapshots and destroy none", async ({
  composer,
  context,
}) => {
  await composer.openEmpty();
  await setHostname(composer, "one");
  await composer.settled();
  const tab = new ComposerPage(await context.newPage());
  await tab.open();
  await expect(tab.sections).toBeVisible();
  await keep(composer, "from the first tab");
  await keep(tab, "from the second tab");

  const dialog = await openHistory(composer);
  for (const name of ["from the first tab", "from the second tab"])
    await expect(dialog.getByRole("listitem", { name })).toBeVisible();
});

test("a browser that keeps nothing is told, and the tab keeps the node", async ({
  composer,
}) => {
  const { page } = composer;
  await page.addInitScript(() => {
    Object.defineProperty(window, "indexedDB", {
      get: () => {
        throw new DOMException("off", "SecurityError");
      },
    });
  });
  await composer.openEmpty();
  await setHostname(composer, "one");
  await keep(composer, "only here");
  await expect(page.getByText(/^This browser keeps no history/)).toBeVisible();
  const dialog = await openHistory(composer);
  await expect(
    dialog.getByText(/^This browser keeps nothing: what stands here/),
  ).toBeVisible();
  await expect(
    dialog.getByRole("listitem", { name: "only here" }),
  ).toBeVisible();
});
