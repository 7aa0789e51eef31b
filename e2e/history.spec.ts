import { ComposerPage } from "./composer-page";
import { expect, test } from "./fixtures";

test("undo and redo go through the fields of every section", async ({
  composer,
}) => {
  const { page } = composer;
  await composer.openEmpty();
  await expect(composer.undo).toBeDisabled();
  await composer.section("Identity");
  await composer.type(page.getByLabel("Hostname", { exact: true }), "node-1");
  await composer.section("Target");
  await composer.choose("Architecture", "arm64");

  await composer.undo.click();
  await expect(page.getByRole("radio", { name: "x86-64" })).toBeChecked();
  await composer.undo.click();
  await composer.section("Identity");
  await expect(page.getByLabel("Hostname", { exact: true })).toHaveValue("");
  await composer.redo.click();
  await expect(page.getByLabel("Hostname", { exact: true })).toHaveValue(
    "node-1",
  );
  await composer.redo.click();
  await expect(composer.redo).toBeDisabled();
  await composer.section("Target");
  await expect(page.getByRole("radio", { name: "arm64" })).toBeChecked();
});

test("the draft is there after a reload, and in another tab", async ({
  composer,
  context,
}) => {
  const { page } = composer;
  await composer.openEmpty();
  await composer.section("Identity");
  await composer.type(page.getByLabel("Hostname", { exact: true }), "node-1");
  await composer.settled();

  await page.reload();
  await composer.section("Identity");
  await expect(page.getByLabel("Hostname", { exact: true })).toHaveValue(
    "node-1",
  );

  const tab = new ComposerPage(await context.newPage());
  await tab.open();
  await tab.section("Identity");
  await expect(tab.page.getByLabel("Hostname", { exact: true })).toHaveValue(
    "node-1",
  );
});

test("a password hash stays in its tab and out of the link", async ({
  composer,
  stranger,
}) => {
  const hash =
    "$y$j9T$abcdefghijklmnopqrstu.$0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";
  const { page } = composer;
  await composer.openEmpty();
  await composer.section("Users and keys");
  await page.getByRole("button", { name: "Add core and its keys" }).click();
  await composer.type(page.getByLabel("Password hash"), hash);
  await composer.settled();

  await page.reload();
  await composer.section("Users and keys");
  await expect(page.getByLabel("Password hash")).toHaveValue(hash);

  const other = await stranger();
  await other.open(composer.link());
  await other.section("Users and keys");
  await expect(other.page.getByLabel("Name", { exact: true })).toHaveValue(
    "core",
  );
  await expect(other.page.getByLabel("Password hash")).toHaveValue("");
});
