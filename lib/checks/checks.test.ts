import { expect, test } from "vitest";
import { run } from "@/lib/pipeline";
import {
  catalogue,
  chosen,
  hash,
  key,
  kubernetes,
  presetOf,
  rsa,
  told,
  user,
} from "./testing";

test.each<[string, object]>([
  ["an empty node with a key", user({})],
  ["an RSA key", user({ keys: [`ssh-rsa ${rsa(2048)} me`] })],
  [
    "a SHA-512 hash and a locked password",
    {
      users: {
        users: [
          { name: "core", keys: [key] },
          { name: "a", passwordHash: "!" },
        ],
      },
    },
  ],
  [
    "a weekly window",
    {
      ...user({}),
      osUpdates: { windowStart: "Thu 04:00", windowLength: "1h30m" },
    },
  ],
  [
    "a fully qualified hostname",
    {
      ...user({}),
      identity: { hostname: "node-1.example.com", timezone: "Europe/Berlin" },
    },
  ],
  [
    "updates stopped",
    { ...user({}), osUpdates: { server: "disabled", strategy: "off" } },
  ],
])("%s has nothing wrong with it", (_, stored) => {
  expect(
    told(stored).filter((one) => !one.startsWith("secret-in-user-data")),
  ).toEqual([]);
});

test("a fix mends what it is for", () => {
  const preset = presetOf(chosen({ id: "docker", version: "28.0.4", hash }));
  const problem = run(preset, catalogue).problems.find(
    ({ code }) => code === "builtin-still-on",
  );
  expect(problem?.fix?.edits).toEqual([
    { path: ["extensions", "builtinOff"], value: ["docker", "containerd"] },
  ]);
  const mended = {
    ...chosen({ id: "docker", version: "28.0.4", hash }),
    ...user({}),
  };
  (mended.extensions as Record<string, unknown>).builtinOff = [
    "docker",
    "containerd",
  ];
  expect(told(mended).filter((one) => one.startsWith("builtin"))).toEqual([]);
});

test("a fix of a version brings the hash along", () => {
  const { problems } = run(
    presetOf(chosen({ id: "kubernetes", version: "v1.32.99" })),
    catalogue,
  );
  expect(problems.find(({ code }) => code === "version-unknown")?.fix).toEqual({
    label: "Use v1.32.13",
    edits: [
      { path: ["extensions", "chosen", 0, "version"], value: "v1.32.13" },
      { path: ["extensions", "chosen", 0, "hash"], value: hash },
    ],
  });
});

test("typed Butane that is broken names its line, and the node is composed without it", () => {
  const outcome = run(
    presetOf({
      identity: { hostname: "a" },
      rest: { text: "storage:\n  files: [" },
    }),
    catalogue,
  );
  const problem = outcome.problems.find(({ field }) => field?.[0] === "rest");
  expect(problem).toMatchObject({
    kind: "error",
    field: ["rest", "text"],
    within: { start: { line: 2 } },
  });
  expect(outcome.ignition).toContain("/etc/hostname");
});

test("a broken rule of the spec leads to the field that caused it, with its place in the text", () => {
  const { problems, ignition } = run(
    presetOf({ rest: { text: "storage: {files: [{path: relative}]}" } }),
    catalogue,
  );
  expect(ignition).toBeNull();
  expect(problems[0]).toMatchObject({
    kind: "error",
    field: ["rest", "text"],
    path: ["storage", "files", 0, "path"],
  });
  expect(problems[0]?.range?.start.line).toBeGreaterThan(1);
  expect(problems[0]?.within?.start).toMatchObject({ line: 1, column: 26 });
});

test("errors come before warnings, and those before the rest", () => {
  const { problems } = run(
    presetOf({
      ...chosen(kubernetes, { id: "docker", version: "1" }),
      identity: { hostname: "a b" },
    }),
    catalogue,
  );
  const weights = problems.map(({ kind }) =>
    ["error", "warning", "info"].indexOf(kind),
  );
  expect(weights).toEqual([...weights].sort());
  expect(new Set(weights).size).toBe(3);
});
