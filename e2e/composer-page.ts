import { expect, type Locator, type Page } from "@playwright/test";

/** The composer as a person meets it: by roles and labels. */
export class ComposerPage {
  readonly sections: Locator;
  readonly problems: Locator;
  readonly status: Locator;
  readonly undo: Locator;
  readonly redo: Locator;
  readonly copyButton: Locator;
  /** The Butane text where it is edited: Monaco, or a plain text field on a phone. */
  readonly editor: Locator;

  constructor(readonly page: Page) {
    this.sections = page.getByRole("navigation", { name: "Sections" });
    this.problems = page.getByRole("list", { name: "Problems" });
    this.status = page.getByRole("contentinfo", { name: "Status" });
    // A toast may offer an undo of its own.
    const bar = page.getByRole("banner");
    this.undo = bar.getByRole("button", { name: "Undo", exact: true });
    this.redo = bar.getByRole("button", { name: "Redo", exact: true });
    this.copyButton = page.getByRole("button", {
      name: /^Copy (user data|guestinfo lines|guest property|snippet file|Ignition config)/,
    });
    this.editor = page.getByRole("textbox", { name: /^Butane document/ });
  }

  /** The link of the node, without `#`, as the address bar has it. */
  link = () => new URL(this.page.url()).hash.slice(1);

  /** The entries with that code in the list of problems. */
  problem = (code: string) => this.problems.locator(`[data-code="${code}"]`);

  /** Opens the first screen, or what the link holds. */
  async open(link = "") {
    await this.page.goto(link ? `/#${link}` : "/");
  }

  /** Opens the composer on the node of a link. */
  async openNode(link: string) {
    // A change of the fragment alone would not load the page again.
    await this.page.goto("about:blank");
    await this.open(link);
    await expect(this.sections).toBeVisible();
  }

  /** Opens the composer on a node without anything. */
  async openEmpty() {
    await this.open();
    await this.page
      .getByRole("button", { name: /empty node/i })
      .first()
      .click();
    await expect(this.sections).toBeVisible();
  }

  /** Opens a section and gives its form. */
  async section(title: string): Promise<Locator> {
    await this.sections
      .getByRole("button", { name: new RegExp(`^${escaped(title)}`) })
      .click();
    // Inside, a group may be called like the section: files, under Files.
    const form = this.page
      .getByRole("region", { name: title, exact: true })
      .first();
    await expect(form).toBeVisible();
    return form;
  }

  /**
   * Replaces the text of a field, key by key: Playwright's `fill` sets the value behind React's back in a Firefox that is
   * driven by WebDriver BiDi, and the page never hears of it.
   */
  async type(field: Locator, text: string) {
    await field.selectText();
    await field.press("Delete");
    await field.pressSequentially(text, { timeout: 30_000 });
  }

  /** Chooses one of a row of segments. */
  async choose(group: string, option: string) {
    await this.page
      .getByRole("radiogroup", { name: group, exact: true })
      .getByText(option, { exact: true })
      .click();
  }

  /** Adds an extension from the catalogue; the section must be open. */
  async addExtension(title: string) {
    await this.page
      .getByRole("list", { name: "Extensions to add" })
      .getByRole("button", { name: new RegExp(`^Add ${escaped(title)}`) })
      .click();
    await expect(this.extension(title)).toBeVisible();
  }

  /** The row of a chosen extension. */
  extension = (title: string) =>
    this.page
      .getByRole("list", { name: "Chosen extensions" })
      .getByRole("listitem", { name: title, exact: true });

  /** The button of the result's tab that copies everything, then a paste into an empty text field. */
  async copyUserData(): Promise<string> {
    await this.copyButton.first().click();
    return this.paste();
  }

  /** What the clipboard holds, pasted where a person would: in another window. */
  async paste(): Promise<string> {
    await expect(this.page.getByText(/^Copied .*bytes\.$/)).toBeVisible();
    const paper = await this.page.context().newPage();
    await paper.setContent('<textarea aria-label="Paper"></textarea>');
    const field = paper.getByLabel("Paper");
    await field.focus();
    await paper.keyboard.press("ControlOrMeta+V");
    await expect(field).not.toHaveValue("");
    const text = await field.inputValue();
    await paper.close();
    return text;
  }

  /** What the platform gets, read from the page. */
  async userData(): Promise<string> {
    await this.page.getByRole("tab", { name: "User data" }).click();
    const pre = this.page.getByLabel(/^(config\.ign|user-data|.*\.json)$/);
    return (await pre.last().textContent()) ?? "";
  }

  /** Puts a text in place of the whole Butane document, from the clipboard. */
  async pasteDocument(text: string) {
    await this.putOnClipboard(text);
    await this.editor.focus();
    await this.page.keyboard.press("ControlOrMeta+A");
    await this.page.keyboard.press("ControlOrMeta+V");
  }

  /** Copies a text where a person would have it: in another window. */
  async putOnClipboard(text: string) {
    const paper = await this.page.context().newPage();
    await paper.setContent('<textarea aria-label="Paper"></textarea>');
    const field = paper.getByLabel("Paper");
    await field.evaluate((element, value) => {
      (element as HTMLTextAreaElement).value = value;
    }, text);
    await field.focus();
    await paper.keyboard.press("ControlOrMeta+A");
    await paper.keyboard.press("ControlOrMeta+C");
    await paper.close();
    await this.page.bringToFront();
  }

  /** Runs a command of the palette. */
  async command(name: string) {
    await this.page.keyboard.press("ControlOrMeta+K");
    // The palette is loaded when it is opened first; until then keys go elsewhere.
    await expect(
      this.page.getByRole("dialog", { name: "Commands" }).getByRole("combobox"),
    ).toBeFocused();
    await this.page.keyboard.type(name);
    await this.page.getByRole("option", { name, exact: true }).click();
  }

  /** The whole Butane document, copied. */
  async document(): Promise<string> {
    // What was copied before must not be taken for what is copied now. Its notice may also go by itself.
    const told = this.page.getByRole("button", { name: "Dismiss" });
    if (await told.isVisible())
      await told.click({ timeout: 1000 }).catch(() => {});
    await expect(told).toHaveCount(0);
    await this.command("Copy the Butane document");
    return this.paste();
  }

  /** Puts the cursor behind the last character of the line with this text; the line must be in sight. */
  async cursorBehind(text: string) {
    await this.page
      .locator(".monaco-editor .view-line")
      .filter({ hasText: text.replaceAll(" ", "\u00a0") })
      .first()
      .click();
    await this.page.keyboard.press("End");
  }

  /** Waits until the address bar follows what was typed last. */
  async settled() {
    await expect(async () => {
      const before = this.link();
      await this.page.waitForTimeout(500);
      expect(this.link()).toBe(before);
      expect(before).not.toBe("");
    }).toPass();
  }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
