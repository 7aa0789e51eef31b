import { test as base, expect, type Page } from "@playwright/test";
import { ComposerPage } from "./composer-page";

interface Fixtures {
  /** The composer on the test's page, not yet opened. */
  composer: ComposerPage;
  /** A browser that has never seen Kindling: nothing stored, nothing shared with the test's page. */
  stranger: () => Promise<ComposerPage>;
  /** Addresses that a test keeps away from the page; that a browser complains of these is no finding. Default: none. */
  keptAway: RegExp | undefined;
  /** What went wrong without anybody looking; checked after every test. */
  quiet: void;
}

/** Notes errors of the page and requests to anywhere else; Kindling needs nobody at run time. */
function listen(
  page: Page,
  origin: string,
  findings: string[],
  keptAway?: RegExp,
) {
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    if (keptAway?.test(message.location().url)) return;
    findings.push(`console: ${message.text()}`);
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
  keptAway: [undefined, { option: true }],
  quiet: [
    async ({ context, baseURL, keptAway }, use) => {
      const findings: string[] = [];
      const origin = new URL(baseURL ?? "").origin;
      const hear = (page: Page) => listen(page, origin, findings, keptAway);
      context.on("page", hear);
      context.pages().forEach(hear);
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
