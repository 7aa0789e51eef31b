import { test as base, expect, type Page } from "@playwright/test";
import { ComposerPage } from "./composer-page";

interface Fixtures {
  /** The composer on the test's page, not yet opened. */
  composer: ComposerPage;
  /** A browser that has never seen Kindling: nothing stored, nothing shared with the test's page. */
  stranger: () => Promise<ComposerPage>;
  /** What went wrong without anybody looking; checked after every test. */
  quiet: void;
}

/** Notes errors of the page and requests to anywhere else; Kindling needs nobody at run time. */
function listen(page: Page, origin: string, findings: string[]) {
  page.on("console", (message) => {
    if (message.type() === "error") findings.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => findings.push(`page: ${error.message}`));
  page.on("request", (request) => {
    const { protocol, origin: target } = new URL(request.url());
    if (protocol.startsWith("http") && target !== origin) {
      findings.push(`request: ${request.url()}`);
    }
  });
}

export const test = base.extend<Fixtures>({
  quiet: [
    async ({ context, baseURL }, use) => {
      const findings: string[] = [];
      const origin = new URL(baseURL ?? "").origin;
      context.on("page", (page) => listen(page, origin, findings));
      for (const page of context.pages()) listen(page, origin, findings);
      await use();
      expect(findings, "errors in the console and foreign requests").toEqual(
        [],
      );
    },
    { auto: true },
  ],
  composer: async ({ page }, use) => use(new ComposerPage(page)),
  stranger: async ({ browser }, use) => {
    const opened: { close(): Promise<void> }[] = [];
    await use(async () => {
      const context = await browser.newContext();
      opened.push(context);
      return new ComposerPage(await context.newPage());
    });
    for (const context of opened) await context.close();
  },
});

export { expect };
