import { expect, test } from "./fixtures";

const head = `variant: flatcar
version: 1.1.0
`;

test("keys and values are offered while they are typed", async ({
  composer,
}) => {
  const { page } = composer;
  await composer.openEmpty();
  await composer.pasteDocument(head);
  await page.keyboard.press("Control+End");
  const offered = (name: string) =>
    page
      .locator(".suggest-widget")
      .getByRole("listitem", { name: new RegExp(`^${name}, `) });

  await page.keyboard.type("sto");
  await expect(offered("storage")).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.type("fil");
  await expect(offered("filesystems")).toBeVisible();
  await page.keyboard.type("esys");
  await page.keyboard.press("Enter");
  await page.keyboard.type("/dev/sdb");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await page.keyboard.type("form");
  await expect(offered("format")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(offered("btrfs")).toBeVisible();
  await page.keyboard.type("xf");
  await page.keyboard.press("Enter");

  expect(await composer.document()).toBe(
    `${head}storage:
  filesystems:
    - device: /dev/sdb
      format: xfs`,
  );
});

test("help says what a key does and what holds without it", async ({
  composer,
}) => {
  const { page } = composer;
  await composer.openEmpty();
  await composer.pasteDocument(
    `${head}storage:\n  luks:\n    - name: data\n      device: /dev/sdb\n      discard: true\n`,
  );
  await page
    .locator(".monaco-editor .view-line span", { hasText: /^discard$/ })
    .hover();
  const help = page.locator(".monaco-hover").filter({ visible: true });
  await expect(help).toContainText("storage.luks[].discard");
  await expect(help).toContainText("freed blocks");
  await expect(help).toContainText("since spec version 1.1.0");
});

test("a problem is mended from its place in the text", async ({ composer }) => {
  const { page } = composer;
  await composer.openEmpty();
  const text = `${head}storage:
  files:
    - path: /etc/motd # said to everybody
      mode: 644
      contents: { inline: hello }
`;
  await composer.pasteDocument(text);
  await expect(composer.problem("decimal-mode")).toBeVisible();
  await expect(composer.editor).toHaveAccessibleDescription("2 warnings");

  await composer.cursorBehind("mode: 644");
  await page.keyboard.press("Control+.");
  await page
    .locator(".action-widget")
    .getByText("Change to 0644", { exact: true })
    .waitFor();
  await page.keyboard.press("Enter");
  await expect(composer.problem("decimal-mode")).toHaveCount(0);
  expect(await composer.document()).toBe(text.replace("644", "0644"));

  // One step back for the whole of it, and the same way for form and text.
  await composer.editor.focus();
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(composer.problem("decimal-mode")).toBeVisible();
  expect(await composer.document()).toBe(text);
});

test("formatting moves lines and keeps what they mean, comments and all", async ({
  composer,
}) => {
  const { page } = composer;
  await composer.openEmpty();
  await composer.pasteDocument(
    `${head}systemd:
    units:
    # why it is here
    -   name: a.service   
        contents: |
              [Service]
              Type=oneshot


storage: {}
`,
  );
  await page.keyboard.press("Shift+Alt+F");
  await expect(page.getByText(/^last change: \d+ lines/)).toBeVisible();
  await expect
    .poll(() => composer.document())
    .toBe(
      `${head}systemd:
  units:
    # why it is here
    - name: a.service
      contents: |
        [Service]
        Type=oneshot


storage: {}
`,
    );
});

test("a line leads to its field and the field back to its line, by keyboard", async ({
  composer,
}) => {
  const { page } = composer;
  await composer.openEmpty();
  const form = await composer.section("Identity");
  const hostname = form.getByLabel("Hostname", { exact: true });
  await composer.type(hostname, "edge-1");
  await expect(
    page.locator(".monaco-editor .view-line", { hasText: "edge-1" }),
  ).toBeVisible();
  await composer.section("Target");

  await composer.cursorBehind("edge-1");
  await page.keyboard.press("F12");
  await expect(hostname).toBeFocused();

  await page.keyboard.press("F12");
  await expect(composer.editor).toBeFocused();
  await page.keyboard.press("F12");
  await expect(hostname).toBeFocused();
});

test("find looks through the text, and Tab leaves it when it shall", async ({
  composer,
}) => {
  const { page } = composer;
  await composer.openEmpty();
  await composer.pasteDocument(
    `${head}storage:\n  files:\n    - path: /etc/a\n    - path: /etc/b\n`,
  );
  await page.keyboard.press("Control+F");
  await page.getByRole("textbox", { name: "Find" }).pressSequentially("/etc/");
  await expect(page.locator(".find-widget .matchesCount")).toContainText("2");
  await page.keyboard.press("Escape");

  await expect(composer.editor).toBeFocused();
  await page.keyboard.press("Control+M");
  await page.keyboard.press("Tab");
  await expect(composer.editor).not.toBeFocused();
});

test("on a phone the text is a plain field that says its line", async ({
  composer,
}) => {
  const { page } = composer;
  await page.setViewportSize({ width: 360, height: 740 });
  await composer.open();
  await page
    .getByRole("button", { name: /empty node/i })
    .first()
    .click();
  await page.getByRole("tab", { name: "Butane" }).click();
  await composer.editor.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("storge: {}");
  await expect(page.getByText("Line 3", { exact: true })).toBeVisible();
  await expect(composer.problem("unused-key")).toBeVisible();
  await composer.problem("unused-key").getByText("Change to storage").click();
  await expect(composer.editor).toHaveValue(
    `${head.replace("1.1.0", "1.0.0")}storage: {}`,
  );
  expect(await page.locator(".monaco-editor").count()).toBe(0);
});
