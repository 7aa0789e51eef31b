import { describe, expect, test } from "vitest";
import { run } from "@/lib/pipeline";
import { catalogue, presetOf } from "./testing";

const told = (stored: object) =>
  run(presetOf(stored), catalogue)
    .problems.filter(({ code }) => code === "address-with-password")
    .map(({ kind, field }) => [kind, field?.join(".")]);

const address = "https://user:pass@example.com/a";

describe("a password in an address is told at its field", () => {
  test.each<[string, object]>([
    ["target.mirror", { target: { mirror: address } }],
    [
      "target.handOverFrom",
      { target: { handOver: "pointer", handOverFrom: address } },
    ],
    ["extensions.bakery", { extensions: { bakery: address } }],
    [
      "extensions.chosen.0.bakery",
      {
        extensions: {
          chosen: [{ id: "wasmtime", version: "v47.0.2", bakery: address }],
        },
      },
    ],
    [
      "extensions.chosen.0.own.url",
      { extensions: { chosen: [{ id: "a", own: { url: `${address}.raw` } }] } },
    ],
    [
      "files.files.0.contents.source",
      {
        files: {
          files: [{ path: "/a", contents: { kind: "fetch", source: address } }],
        },
      },
    ],
    [
      "ignition.replace.source",
      { ignition: { replace: { kind: "fetch", source: address } } },
    ],
  ])("%s", (field, stored) => {
    expect(told(stored)).toEqual([["warning", field]]);
  });
});

test.each([
  "https://example.com/a:b@c",
  "https://user@example.com/a",
  "https://user:@example.com/a",
  "https://example.com:8443/a?x=y:z@w",
  "https://[fd00::1]/a",
  "data:,a:b@c",
])("%s holds none", (mirror) => {
  expect(told({ target: { mirror } })).toEqual([]);
});

test("a file has a better place for it", () => {
  const [problem] = run(
    presetOf({
      files: {
        files: [{ path: "/a", contents: { kind: "fetch", source: address } }],
      },
    }),
    catalogue,
  ).problems.filter(({ code }) => code === "address-with-password");
  expect(problem!.why).toContain("header");
});
