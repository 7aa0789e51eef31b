import { expect, test, vi } from "vitest";
import { catalogueSettings } from "./settings";

vi.mock("server-only", () => ({}));

test("without a word, Flatcar's bakery is asked every six hours", () => {
  const { settings, problems } = catalogueSettings({});
  expect(settings).toMatchObject({
    bakery: "https://extensions.flatcar.org/extensions/",
    interval: 6 * 3_600_000,
    timeout: 30_000,
    bytes: 4_194_304,
  });
  expect(settings.file).toMatch(/\.kindling\/catalogue\.json$/);
  expect(problems).toEqual([]);
});

test("every setting can be said", () => {
  const { settings } = catalogueSettings({
    KINDLING_BAKERY_URL: "http://mirror.example/extensions",
    KINDLING_CATALOGUE_HOURS: "0.5",
    KINDLING_CATALOGUE_SECONDS: "5",
    KINDLING_CATALOGUE_BYTES: "100000",
    KINDLING_CATALOGUE_FILE: "/var/lib/kindling/catalogue.json",
  });
  expect(settings).toEqual({
    bakery: "http://mirror.example/extensions/",
    interval: 1_800_000,
    timeout: 5000,
    bytes: 100_000,
    file: "/var/lib/kindling/catalogue.json",
  });
});

test.each([
  ["KINDLING_BAKERY_URL", "mirror.example"],
  ["KINDLING_BAKERY_URL", "file:///srv"],
  ["KINDLING_BAKERY_URL", "https://me:secret@mirror.example/"],
  ["KINDLING_BAKERY_URL", "https://mirror.example/?token=secret"],
  ["KINDLING_CATALOGUE_HOURS", "often"],
  ["KINDLING_CATALOGUE_HOURS", "-1"],
  ["KINDLING_CATALOGUE_SECONDS", "0"],
  ["KINDLING_CATALOGUE_BYTES", "12"],
])("%s=%s is named, and nothing is fetched", (name, value) => {
  const { settings, problems } = catalogueSettings({ [name]: value });
  expect(problems.join()).toContain(name);
  expect(settings.interval).toBe(0);
});
