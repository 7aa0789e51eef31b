import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { ComposerPage } from "./composer-page";
import { expect, test } from "./fixtures";

const golden = (name: string) =>
  readFileSync(`lib/butane/testdata/parity/${name}/expected.ign`, "utf8");

/** What the real Butane made of a document with filesystems, units and keys. */
const made = golden("flatcar-1.1.0/mount-units");

const importDialog = (page: Page) =>
  page.getByRole("dialog", { name: "Import" });

/** Pastes a text into the field. */
async function fill(composer: ComposerPage, text: string) {
  const { page } = composer;
  await composer.putOnClipboard(text);
  await importDialog(page).getByLabel("Text").focus();
  await page.keyboard.press("ControlOrMeta+V");
}

/** Drops a file on the page. */
async function drop(page: Page, name: string, text: string) {
  const dataTransfer = await page.evaluateHandle(
    ([name, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name));
      return transfer;
    },
    [name, text] as const,
  );
  await page.dispatchEvent("body", "drop", { dataTransfer });
}

test("an Ignition config that Butane made is imported and exported again", async ({
  composer,
}) => {
  const { page } = composer;
  await composer.open();
  await page.getByRole("button", { name: "Import…" }).click();
  const dialog = importDialog(page);
  await expect(dialog.getByLabel("Text")).toBeFocused();
  await dialog.getByLabel("File to import").setInputFiles({
    name: "worker.ign",
    mimeType: "application/json",
    buffer: Buffer.from(made),
  });
  await expect(dialog).toContainText("an Ignition config, version 3.4.0");
  await dialog.getByRole("button", { name: "Open it" }).click();

  await expect(composer.sections).toBeVisible();
  await expect(dialog).toBeHidden();
  expect(await composer.document()).toContain("with_mount_unit: true");
  await composer.command("Copy the Ignition config");
  expect(await composer.paste()).toBe(made.replace(/\n$/, ""));
});

test("an Ignition config that is invalid shows the entries of its validator, each with its line", async ({
  composer,
}) => {
  const { page } = composer;
  await composer.open();
  await page.getByRole("button", { name: "Import…" }).click();
  const dialog = importDialog(page);
  await fill(
    composer,
    '{\n  "ignition": {"version": "3.4.0"},\n  "storage": {\n    "files": [{"path": "etc/motd"}]\n  }\n}\n',
  );
  const entry = dialog
    .getByRole("list", { name: "What its own validator says" })
    .locator('[data-code="path-relative"]');
  await expect(entry).toContainText("line 4");
  await expect(dialog.getByRole("button", { name: "Open it" })).toBeDisabled();

  await entry.getByRole("button").click();
  const selected = await dialog.getByLabel("Text").evaluate((element) => {
    const { value, selectionStart, selectionEnd } =
      element as HTMLTextAreaElement;
    return value.slice(selectionStart, selectionEnd);
  });
  expect(selected.trim()).toBe('"files": [{"path": "etc/motd"}]');
});

test("an Ignition config of version 2 is refused with the way to convert it", async ({
  composer,
}) => {
  const { page } = composer;
  await composer.open();
  await drop(page, "old.ign", '{"ignition": {"version": "2.3.0"}}');
  const dialog = importDialog(page);
  await expect(dialog).toContainText("Ignition config of version 2.3.0");
  await expect(dialog).toContainText("ign-converter");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test("a cloud-config takes the place of the draft, says what it leaves behind, and undo brings the draft back", async ({
  composer,
}) => {
  const { page } = composer;
  await composer.openEmpty();
  await composer.section("Identity");
  await composer.type(page.getByLabel("Hostname", { exact: true }), "node-1");

  await composer.command("Import…");
  const dialog = importDialog(page);
  await fill(composer, "#cloud-config\nhostname: web\npackages: [nginx]\n");
  const lost = dialog.getByRole("list", { name: "Not carried over" });
  await expect(lost).toContainText("packages");
  await expect(lost.getByRole("button", { name: "line 3" })).toBeVisible();
  await dialog.getByRole("button", { name: "Replace node-1" }).click();
  await composer.section("Identity");
  await expect(page.getByLabel("Hostname", { exact: true })).toHaveValue("web");

  // The first of two: the message that tells of it has one as well.
  await composer.undo.first().click();
  await expect(page.getByLabel("Hostname", { exact: true })).toHaveValue(
    "node-1",
  );
});

test("a Butane document that is dropped on the composer stays as it is written", async ({
  composer,
}) => {
  const { page } = composer;
  const text =
    "# the edge team's\nvariant: flatcar\nversion: 1.1.0\nstorage: {files: [{path: /etc/a, contents: {inline: a}}]}\n";
  await composer.openEmpty();
  await drop(page, "edge.bu", text);
  await importDialog(page)
    .getByRole("button", { name: "Replace the draft" })
    .click();
  expect(await composer.document()).toBe(text);
  await expect(page).toHaveTitle(/edge/);
});

test("an address in a link is fetched only when somebody says so", async ({
  composer,
  baseURL,
}) => {
  const { page } = composer;
  const address = `${baseURL}/shared/edge.bu`;
  let asked = 0;
  await page.route(address, (route) => {
    asked++;
    return route.fulfill({
      body: "variant: flatcar\nversion: 1.1.0\n# fetched\n",
    });
  });
  await composer.open(`url=${encodeURIComponent(address)}`);
  const dialog = importDialog(page);
  await expect(dialog.getByLabel("Or an address")).toHaveValue(address);
  expect(asked).toBe(0);
  await dialog.getByRole("button", { name: "Fetch" }).click();
  await expect(dialog).toContainText("a Butane document, flatcar 1.1.0");
  expect(asked).toBe(1);
  await dialog.getByRole("button", { name: "Open it" }).click();
  expect(await composer.document()).toContain("# fetched");
});
