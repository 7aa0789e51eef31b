import { expect, test } from "vitest";
import { presetOf } from "@/lib/checks/testing";
import { compare, planOf } from ".";

const docker = { id: "docker", version: "28.0.4", updates: "any" };
/** Another one is looked after all the time, so that the timer stays. */
const other = { id: "tailscale", version: "v1.98.9", updates: "any" };
const nodeOf = (one: object, more: object = {}) =>
  presetOf({ extensions: { chosen: [{ ...docker, ...one }, other], ...more } });

const sentences = (was: object, is: object) =>
  compare(nodeOf(was), nodeOf(is)).differences.map(({ sentence }) => sentence);
const commands = (was: object, is: object) =>
  planOf(compare(nodeOf(was), nodeOf(is))).phases.flatMap(({ steps }) =>
    steps.flatMap(({ command }) => command ?? []),
  );

test.each<[string, object, object, string[]]>([
  [
    "another bakery",
    {},
    { bakery: "https://h/" },
    ["Docker (own version): comes from the node's bakery → https://h/"],
  ],
  [
    "held",
    {},
    { hold: true },
    ["Docker (own version): newer images by hand only"],
  ],
  [
    "let go",
    { hold: true },
    {},
    ["Docker (own version): newer images are looked for again"],
  ],
  ["no hold is no hold", { hold: false }, {}, []],
  [
    "limits",
    { minVersion: "28.0.0" },
    { minVersion: "28.0.1", protectVersion: "28.0.4" },
    [
      "Docker (own version): nothing older than 28.0.0 → 28.0.1",
      "Docker (own version): never cleared away none → 28.0.4",
    ],
  ],
  [
    "signatures",
    {},
    { verify: true },
    ["Docker (own version): signed lists only"],
  ],
  [
    "units",
    {},
    { restartUnits: ["a.service", "b.service"] },
    [
      "Docker (own version): an update restarts its usual units → a.service and b.service",
    ],
  ],
  [
    "a major series",
    {},
    { updates: "major" },
    ["Docker (own version): updates any newer → major 28.x"],
  ],
  [
    "the newest at first boot",
    {},
    { firstBoot: "newest" },
    [
      "Docker (own version): the newest is fetched by the node itself when it first boots",
    ],
  ],
])("%s", (_, was, is, expected) => {
  expect(sentences(was, is)).toEqual(expected);
});

test("what only matters on a first boot takes nothing on a running node", () => {
  expect(commands({}, { firstBoot: "newest" })).toEqual([]);
  expect(commands({ firstBoot: "newest" }, {})).toEqual([]);
});

test("an image that comes from elsewhere stays; only its rule is another", () => {
  const done = commands({}, { bakery: "https://h/" }).join("\n");
  expect(done).toContain("/etc/sysupdate.docker.d/docker.conf");
  expect(done).not.toContain("curl");
});

test("a held image loses its drop-in, and nothing else happens", () => {
  const done = commands({}, { hold: true }).join("\n");
  expect(done).toContain("systemd-sysupdate.service.d/docker.conf");
  expect(done).not.toMatch(/curl|reboot|\/opt\/extensions/);
});

test("keys of signers come, change and go", () => {
  const keyring = { url: "https://h/k.gpg", hash: "" };
  const told = (was: object, is: object) =>
    compare(nodeOf({}, was), nodeOf({}, is)).differences.map(
      ({ kind, sentence }) => [kind, sentence],
    );
  expect(told({}, { keyring })).toEqual([
    ["added", "Keys of signers: none → https://h/k.gpg"],
  ]);
  expect(
    told(
      { keyring },
      { keyring: { ...keyring, hash: `sha256-${"a".repeat(64)}` } },
    ),
  ).toEqual([["changed", "Keys of signers: another hash"]]);
  expect(told({ keyring }, {})).toEqual([
    ["removed", "Keys of signers: https://h/k.gpg → none"],
  ]);
});
