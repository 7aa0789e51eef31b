import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Catalogue } from "@/lib/butane";
import {
  serveBakery,
  sumsOf,
  type BakeryServer,
} from "@/lib/catalogue/testing/bakery-server";
import { keep } from "./kept";
import { liveCatalogue } from "./live-catalogue";

/** What comes comes soon; a busy machine takes longer. */
const patient = { timeout: 20_000 };

vi.mock("server-only", () => ({}));

let folder: string;
let server: BakeryServer;
const answers: Record<string, string> = {};
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "kindling-catalogue-"));
  answers.SHA256SUMS = sumsOf({ btop: ["1.4.6"] });
  server = await serveBakery(answers);
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const builtIn: Catalogue = {
  date: "2026-07-16",
  bakery: "https://extensions.flatcar.org/extensions/",
  releases: {},
};
const file = () => join(folder, "state", "catalogue.json");

function live(extra: Partial<Parameters<typeof liveCatalogue>[0]> = {}) {
  const said: string[] = [];
  const catalogue = liveCatalogue({
    settings: {
      bakery: server.bakery,
      interval: 3_600_000,
      timeout: 2000,
      bytes: 100_000,
      file: file(),
    },
    builtIn,
    now: () => new Date("2026-08-01T12:00:00Z"),
    say: (sentence) => said.push(sentence),
    ...extra,
  });
  return { catalogue, said };
}

const versions = (answer: { catalogue: Catalogue | null }) =>
  answer.catalogue?.releases.btop?.map(({ version }) => version);

test("before the first refresh there is nothing but what was built in", async () => {
  const { catalogue } = live();
  expect(await catalogue.answer()).toEqual({
    catalogue: null,
    checked: null,
    problem: null,
  });
  expect(server.asked).toEqual([]);
});

test("what a refresh brings is told, and kept for the next start", async () => {
  const { catalogue } = live();
  await catalogue.refresh();
  const answer = await catalogue.answer();
  expect(versions(answer)).toEqual(["1.4.6"]);
  expect(answer).toMatchObject({
    checked: "2026-08-01T12:00:00.000Z",
    problem: null,
  });
  expect(await live().catalogue.answer()).toMatchObject({
    catalogue: answer.catalogue,
    checked: null,
  });
});

test("a refresh that fails keeps the last good one and says why, once", async () => {
  const { catalogue, said } = live();
  await catalogue.refresh();
  answers.SHA256SUMS = "<!DOCTYPE html>\n";
  await catalogue.refresh();
  await catalogue.refresh();
  const answer = await catalogue.answer();
  expect(versions(answer)).toEqual(["1.4.6"]);
  expect(answer.problem).toContain("no list of checksums");
  expect(said).toHaveLength(1);
  answers.SHA256SUMS = sumsOf({ btop: ["1.4.7", "1.4.6"] });
  await catalogue.refresh();
  expect(versions(await catalogue.answer())).toEqual(["1.4.7", "1.4.6"]);
  expect((await catalogue.answer()).problem).toBeNull();
});

test("refreshes at the same time are one", async () => {
  const { catalogue } = live();
  await Promise.all([catalogue.refresh(), catalogue.refresh()]);
  expect(server.asked).toEqual(["SHA256SUMS"]);
});

test("a disk that takes nothing costs only the next start", async () => {
  const { catalogue, said } = live({
    keep: () =>
      Promise.reject(Object.assign(new Error("full"), { code: "ENOSPC" })),
  });
  await catalogue.refresh();
  expect(versions(await catalogue.answer())).toEqual(["1.4.6"]);
  expect(said.join()).toContain("ENOSPC");
});

test("what cannot be written leaves the file before, and nothing beside it", async () => {
  await live().catalogue.refresh();
  const before = readFileSync(file(), "utf8");
  // A name that is too long for the one beside it, as no right is refused to root.
  const long = join(folder, "x".repeat(250));
  await expect(keep(long, builtIn)).rejects.toThrow(/ENAMETOOLONG/);
  mkdirSync(join(folder, "state", "taken"));
  await expect(keep(join(folder, "state", "taken"), builtIn)).rejects.toThrow();
  expect(readFileSync(file(), "utf8")).toBe(before);
  expect(readdirSync(join(folder, "state")).sort()).toEqual([
    "catalogue.json",
    "taken",
  ]);
});

test.each([
  ["damaged", "{"],
  ["of another bakery", null],
])("a kept one that is %s is not used", async (_what, text) => {
  await keep(file(), { ...builtIn, date: "2026-08-01" });
  if (text !== null) writeFileSync(file(), text);
  expect((await live().catalogue.answer()).catalogue).toBeNull();
});

test("a kept one that is older than the built-in one is not used", async () => {
  const { bakery } = server;
  await keep(file(), { ...builtIn, bakery, date: "2026-07-15" });
  expect((await live().catalogue.answer()).catalogue).toBeNull();
});

test("once started it refreshes by itself, and with no interval never", async () => {
  const { catalogue } = live();
  catalogue.start();
  catalogue.start();
  await vi.waitFor(
    async () => expect(versions(await catalogue.answer())).toEqual(["1.4.6"]),
    patient,
  );
  catalogue.stop();
  expect(server.asked).toEqual(["SHA256SUMS"]);
  const off = live({
    settings: {
      ...{ bakery: server.bakery, interval: 0, timeout: 1000, bytes: 1000 },
      file: file(),
    },
  });
  off.catalogue.start();
  await off.catalogue.answer();
  expect(server.asked).toEqual(["SHA256SUMS"]);
});
