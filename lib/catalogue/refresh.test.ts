import { gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import type { Catalogue } from "@/lib/butane";
import { refreshCatalogue, type RefreshOptions } from "./refresh";
import {
  redirectTo,
  serveBakery,
  sumLine,
  sumsOf,
  type BakeryServer,
} from "./testing/bakery-server";

const last: Catalogue = {
  date: "2026-07-16",
  bakery: "https://extensions.flatcar.org/extensions/",
  releases: { btop: [{ version: "1.4.5" }] },
};
const good = sumsOf({
  kubernetes: ["v1.32.1", "v1.32.10", "v1.32.2"],
  "docker-compose": ["2.34.0"],
  k3s: ["v1.32.2+k3s1"],
});

let server: BakeryServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function refreshFrom(
  answers: Parameters<typeof serveBakery>[0],
  options: Partial<RefreshOptions> = {},
) {
  server = await serveBakery(answers);
  return refreshCatalogue({
    bakery: server.bakery,
    last,
    timeout: 5000,
    now: () => new Date("2026-08-01T23:59:00Z"),
    ...options,
  });
}

async function problemOf(
  answers: Parameters<typeof serveBakery>[0],
  options: Partial<RefreshOptions> = {},
) {
  const refreshed = await refreshFrom(answers, options);
  return refreshed.ok ? "refreshed" : refreshed.error;
}

test("the index of everything becomes a catalogue with hashes, newest first", async () => {
  const refreshed = await refreshFrom({ SHA256SUMS: good });
  const hashes = {
    "x86-64": `sha256-${"a".repeat(64)}`,
    arm64: `sha256-${"b".repeat(64)}`,
  };
  expect(refreshed.ok && refreshed.value.catalogue).toEqual({
    date: "2026-08-01",
    bakery: server!.bakery,
    releases: {
      "docker-compose": [{ version: "2.34.0", hashes }],
      k3s: [{ version: "v1.32.2+k3s1", hashes }],
      kubernetes: [
        { version: "v1.32.10", hashes },
        { version: "v1.32.2", hashes },
        { version: "v1.32.1", hashes },
      ],
    },
  });
  expect(server!.asked).toEqual(["SHA256SUMS"]);
});

test("redirects are followed, relative ones as well, as from the bakery to its releases", async () => {
  const refreshed = await refreshFrom({
    SHA256SUMS: redirectTo("/extensions/releases/download/SHA256SUMS"),
    "releases/download/SHA256SUMS": redirectTo("../../storage?sig=1", 307),
    "storage?sig=1": good,
  });
  expect(refreshed.ok).toBe(true);
  expect(server!.asked).toHaveLength(3);
});

test("where there is no index of everything, those of the extensions are read", async () => {
  const refreshed = await refreshFrom({
    "btop/SHA256SUMS": sumsOf({ btop: ["1.4.6"] }),
    "crio/SHA256SUMS": sumsOf({ crio: ["v1.32.2"] }),
  });
  expect(
    refreshed.ok && Object.keys(refreshed.value.catalogue.releases),
  ).toEqual(["btop", "crio"]);
  expect(server!.asked.length).toBeGreaterThan(30);
});

test("an extension whose index is broken keeps all of it from being taken", async () => {
  expect(
    await problemOf({
      "btop/SHA256SUMS": sumsOf({ btop: ["1.4.6"] }),
      "crio/SHA256SUMS": (response) => response.writeHead(500).end(),
    }),
  ).toMatchObject({ code: "status", status: 500 });
});

test("an index that is packed on its way is unpacked", async () => {
  const refreshed = await refreshFrom({
    SHA256SUMS: (response) =>
      response
        .writeHead(200, { "content-encoding": "gzip" })
        .end(gzipSync(good)),
  });
  expect(refreshed.ok).toBe(true);
});

test.each([30_000.5, 1e12])(
  "a time of %d milliseconds is one as well",
  async (timeout) => {
    const refreshed = await refreshFrom({ SHA256SUMS: good }, { timeout });
    expect(refreshed.ok).toBe(true);
  },
);

test("an answer in time but slow is waited for", async () => {
  const refreshed = await refreshFrom({
    SHA256SUMS: (response) => {
      response.write(good.slice(0, 50));
      setTimeout(() => response.end(good.slice(50)), 100);
    },
  });
  expect(refreshed.ok).toBe(true);
});

test.each<
  [string, Parameters<typeof serveBakery>[0], Partial<RefreshOptions>, object]
>([
  [
    "a page instead of the index",
    { SHA256SUMS: "<!DOCTYPE html>\n<title>Bakery</title>\n" },
    {},
    { code: "not-an-index" },
  ],
  ["nothing at all", { SHA256SUMS: "" }, {}, { code: "not-an-index" }],
  [
    "an index with one damaged line",
    { SHA256SUMS: `${good}${"a".repeat(63)}  btop-1.4.6-arm64.raw\n` },
    {},
    { code: "not-an-index" },
  ],
  [
    "an index that ends in the middle of a name",
    { SHA256SUMS: good + sumLine("kubernetes-v1.33.10").slice(0, -2) },
    {},
    { code: "cut" },
  ],
  [
    "an index that ends in the middle of a hash",
    { SHA256SUMS: `${good}${"a".repeat(20)}` },
    {},
    { code: "cut" },
  ],
  [
    "an answer that breaks off",
    {
      SHA256SUMS: (response) => {
        response.writeHead(200, { "content-length": good.length });
        response.write(good.slice(0, 300));
        setTimeout(() => response.destroy(), 20);
      },
    },
    {},
    { code: "broken-off" },
  ],
  [
    "an answer that never ends",
    {
      SHA256SUMS: (response) => {
        response.writeHead(200).write(good);
      },
    },
    { timeout: 200 },
    { code: "slow", sentence: expect.stringContaining("is too slow") },
  ],
  [
    "no answer at all",
    { SHA256SUMS: () => {} },
    { timeout: 200 },
    { code: "slow" },
  ],
  [
    "an answer without an end",
    {
      SHA256SUMS: (response) => {
        const more = () => {
          if (!response.destroyed && response.write(good)) setImmediate(more);
          else response.once("drain", more);
        };
        more();
      },
    },
    { bytes: 20_000 },
    { code: "too-large" },
  ],
  [
    "a small answer that unpacks to a large one",
    {
      SHA256SUMS: (response) =>
        response
          .writeHead(200, { "content-encoding": "gzip" })
          .end(gzipSync("a".repeat(1 << 20))),
    },
    { bytes: 20_000 },
    { code: "too-large" },
  ],
  [
    "redirects in a circle",
    { SHA256SUMS: redirectTo("SHA256SUMS") },
    {},
    { code: "redirect" },
  ],
  [
    "a redirect to another kind of address",
    { SHA256SUMS: redirectTo("file:///etc/passwd") },
    {},
    { code: "redirect" },
  ],
  [
    "a redirect to no address",
    { SHA256SUMS: redirectTo("http://") },
    {},
    { code: "redirect" },
  ],
  [
    "a server in trouble",
    { SHA256SUMS: (response) => response.writeHead(503).end() },
    {},
    { code: "status", sentence: expect.stringContaining("answers with 503") },
  ],
  ["no list anywhere", {}, {}, { code: "nothing-known" }],
  [
    "bytes that are no text",
    { SHA256SUMS: (response) => response.end(Buffer.from([0xff, 0xfe, 0])) },
    {},
    { code: "not-text" },
  ],
  [
    "the list of something else",
    { SHA256SUMS: sumLine("debian-12.iso") },
    {},
    { code: "nothing-known" },
  ],
])("%s is refused", async (_what, answers, options, expected) => {
  expect(await problemOf(answers, options)).toMatchObject(expected);
});

test("a bakery that cannot be reached is told with what the system says", async () => {
  server = await serveBakery({});
  const { bakery } = server;
  await server.close();
  server = undefined;
  const refreshed = await refreshCatalogue({ bakery, last });
  expect(refreshed).toMatchObject({
    ok: false,
    error: { code: "unreachable", sentence: /ECONNREFUSED/ },
  });
});

test("a redirect from https to http is not followed", async () => {
  const asked: string[] = [];
  const refreshed = await refreshCatalogue({
    bakery: last.bakery,
    last,
    fetch: (input) => {
      asked.push(String(input));
      const headers = { location: "http://elsewhere.example/SHA256SUMS" };
      return Promise.resolve(new Response(null, { status: 302, headers }));
    },
  });
  expect(refreshed).toMatchObject({ ok: false, error: { code: "redirect" } });
  expect(asked).toEqual([`${last.bakery}SHA256SUMS`]);
});

test("an index that lost most of what was there is refused, unless that is meant", async () => {
  server = await serveBakery({ SHA256SUMS: sumsOf({ btop: ["1.4.6"] }) });
  const { bakery } = server;
  const three = ["1.4.4", "1.4.5", "1.4.6"];
  const releases = { btop: three.map((version) => ({ version })) };
  const before = { ...last, bakery, releases };
  const refused = await refreshCatalogue({ bakery, last: before });
  expect(refused).toMatchObject({ ok: false, error: { code: "shrunk" } });
  const meant = { bakery, last: before, acceptLoss: true };
  expect((await refreshCatalogue(meant)).ok).toBe(true);
  // Another bakery may well be smaller.
  const other = { bakery, last: { ...before, bakery: last.bakery } };
  expect((await refreshCatalogue(other)).ok).toBe(true);
});
