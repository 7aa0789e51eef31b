import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const written = `variant: flatcar
version: 1.1.0
# Who runs this: the edge team.
storage:
  files:
    # Held back by hand; ask before it moves.
    - path: /etc/extensions/wasmtime.raw
      contents:
        source: https://extensions.flatcar.org/extensions/wasmtime-v46.0.0-x86-64.raw
    - { path: /etc/hostname, contents: { inline: edge-1 } }
    - path: /etc/motd
      contents:
        inline: Lit by hand.
`;

async function press(page: Page, key: string, times: number) {
  for (let n = 0; n < times; n++) await page.keyboard.press(key);
}

test("a version typed into the text is in the form, and one chosen in the form is one line of the text", async ({
  composer,
}) => {
  const { page } = composer;
  await composer.openEmpty();
  await composer.pasteDocument(written);
  await composer.section("Extensions");
  const version = composer
    .extension("Wasmtime")
    .getByRole("combobox", { name: "Version" });
  await expect(version).toHaveValue("v46.0.0");

  await composer.cursorBehind("wasmtime-v46.0.0");
  await press(page, "ArrowLeft", "-x86-64.raw".length);
  await press(page, "Backspace", "6.0.0".length);
  await page.keyboard.type("7.0.1");
  await expect(version).toHaveValue("v47.0.1");
  const typed = written.replace("v46.0.0", "v47.0.1");
  expect(await composer.document()).toBe(typed);

  await composer.type(version, "v47.0.2");
  await version.press("Enter");
  await expect(page.getByText("last change: 1 line")).toBeVisible();
  expect(await composer.document()).toBe(typed.replace("v47.0.1", "v47.0.2"));

  await page.getByRole("button", { name: /^last change/ }).click();
  await expect(version).toHaveValue("v47.0.1");
  expect(await composer.document()).toBe(typed);
});

test("a text that is broken half way keeps the form, marks the error, and loses nothing until it is mended", async ({
  composer,
}) => {
  const { page } = composer;
  await composer.openEmpty();
  await composer.pasteDocument(written);
  const form = await composer.section("Identity");
  const hostname = form.getByLabel("Hostname", { exact: true });
  await expect(hostname).toHaveValue("edge-1");

  await composer.cursorBehind("/etc/hostname");
  await press(page, "Backspace", 2);
  const notice = page.getByRole("status").filter({ hasText: "cannot be read" });
  await expect(notice).toContainText(
    "the form shows the node as it was before",
  );
  await expect(hostname).toHaveValue("edge-1");
  await expect(hostname).toBeDisabled();
  await expect(composer.problems.getByRole("listitem")).toHaveCount(1);
  await expect(page.locator(".monaco-editor .squiggly-error")).not.toHaveCount(
    0,
  );
  const broken = written.replace("edge-1 } }", "edge-1 }");
  expect(await composer.document()).toBe(broken);

  // Other results say that they are older, and a reload loses no letter.
  await page.getByRole("tab", { name: "Ignition" }).click();
  await expect(
    page.getByText("this is the node as it was before"),
  ).toBeVisible();
  await composer.settled();
  await page.reload();
  await expect(notice).toBeVisible();
  expect(await composer.document()).toBe(broken);

  await notice.getByRole("button", { name: /^Go to line/ }).click();
  await expect(composer.editor).toBeFocused();
  await composer.cursorBehind("/etc/hostname");
  await page.keyboard.type(" }");
  await composer.section("Identity");
  await expect(hostname).toBeEnabled();
  await expect(notice).toHaveCount(0);
  await expect(hostname).toHaveValue("edge-1");
});

test("broken text can be taken back, and had again", async ({ composer }) => {
  const { page } = composer;
  await composer.openEmpty();
  await composer.pasteDocument(written);
  await composer.section("Identity");
  await composer.cursorBehind("/etc/hostname");
  await press(page, "Backspace", 2);
  const take = page.getByRole("button", { name: "Take the text back" });
  await take.click();
  await expect(take).toHaveCount(0);
  expect(await composer.document()).toBe(written);
  await composer.undo.click();
  await expect(take).toBeVisible();
  expect(await composer.document()).toContain("inline: edge-1 }\n");
});

test("undo and redo go through text and form in one order", async ({
  composer,
}) => {
  const { page } = composer;
  await composer.openEmpty();
  await composer.pasteDocument(written);
  const form = await composer.section("Identity");
  const hostname = form.getByLabel("Hostname", { exact: true });
  await expect(hostname).toHaveValue("edge-1");
  // One key each: how many keys are one step is a matter of how fast they come.
  await hostname.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("2");
  await expect(page.getByText("last change: 1 line")).toBeVisible();
  await composer.cursorBehind("Lit by hand.");
  await page.keyboard.press("5");
  const typed = page.locator(".view-line", { hasText: "hand.5" });
  await expect(typed).toBeVisible();

  await page.keyboard.press("ControlOrMeta+Z");
  await expect(typed).toHaveCount(0);
  await expect(hostname).toHaveValue("edge-12");
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(hostname).toHaveValue("edge-1");
  expect(await composer.document()).toBe(written);
  await composer.redo.click();
  await composer.redo.click();
  await expect(hostname).toHaveValue("edge-12");
  expect(await composer.document()).toBe(
    written.replace("edge-1", "edge-12").replace("by hand.\n", "by hand.5\n"),
  );
});

test("what no form knows is listed with its lines, and a section shows its own", async ({
  composer,
}) => {
  const { page } = composer;
  await composer.openEmpty();
  // A name of digits, which the form takes for a number.
  await composer.pasteDocument(
    `${written}    - { path: /etc/odd, user: { name: "1000" } }\n`,
  );
  await composer.section("More Butane");
  const parts = page.getByRole("list", { name: "Parts without a form" });
  await expect(parts.getByRole("listitem")).toHaveCount(1);
  await expect(parts).toContainText("/etc/odd");
  await parts.getByRole("button").click();
  await expect(composer.editor).toBeFocused();

  await composer.section("Identity");
  await page
    .getByRole("button", { name: "Show the lines of Identity" })
    .click();
  await expect(composer.editor).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.press("Backspace");
  await expect(composer.problems).toBeVisible();
});

test("on a phone the text is a plain field with its entries below", async ({
  composer,
}) => {
  const { page } = composer;
  await page.setViewportSize({ width: 360, height: 740 });
  await composer.openEmpty();
  await page.getByRole("tab", { name: "Butane" }).click();
  await composer.type(composer.editor, written);
  expect(await page.locator(".monaco-editor").count()).toBe(0);
  await page.getByRole("tab", { name: "Node" }).click();
  const form = await composer.section("Identity");
  await expect(form.getByLabel("Hostname", { exact: true })).toHaveValue(
    "edge-1",
  );

  await page.getByRole("tab", { name: "Butane" }).click();
  await composer.editor.focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("systemd: [");
  const entry = composer.problems.getByRole("button").first();
  await expect(entry).toContainText(/line 1[45]/);
  await entry.click();
  await expect(composer.editor).toBeFocused();
});
