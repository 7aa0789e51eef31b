import { defineConfig, devices } from "@playwright/test";
import { chromium, chromiumFlags, firefox } from "./e2e/browser";

const port = Number(process.env.KINDLING_E2E_PORT ?? 3917);
const url = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A second try tells a machine that stumbled from a fault; npm test names what needed one.
  retries: process.env.CI ? 1 : 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: url,
    locale: "en-GB",
    timezoneId: "UTC",
    actionTimeout: 20_000,
    navigationTimeout: 20_000,
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
  projects: [
    {
      name: "chromium",
      use: {
        ...devices["Desktop Chrome"],
        viewport: { width: 1440, height: 900 },
        permissions: ["clipboard-read", "clipboard-write"],
        launchOptions: {
          ...(chromium && { executablePath: chromium }),
          args: chromiumFlags,
        },
      },
    },
    {
      name: "firefox",
      grepInvert: /@chromium/,
      use: {
        ...devices["Desktop Firefox"],
        viewport: { width: 1440, height: 900 },
        // A Firefox as its makers ship it speaks WebDriver BiDi; Playwright's own build does not need the channel.
        ...(firefox && {
          channel: "moz-firefox",
          launchOptions: { executablePath: firefox },
        }),
      },
    },
  ],
  // The production build, as people get it.
  webServer: {
    command: `node node_modules/next/dist/bin/next start --port ${port} --hostname 127.0.0.1`,
    url,
    // What the bakery has today must not decide a test.
    env: { KINDLING_CATALOGUE_HOURS: "0" },
    reuseExistingServer: false,
    stdout: "ignore",
  },
});
