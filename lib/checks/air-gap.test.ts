import { expect, test } from "vitest";
import { run } from "@/lib/pipeline";
import { withEdits } from "@/lib/set-at";
import { catalogue, key, presetOf } from "./testing";

const mirror = "https://mirror.internal/";

const node = (target: object, more: object = {}) =>
  presetOf({
    users: { users: [{ name: "core", keys: [key] }] },
    extensions: {
      chosen: [
        { id: "wasmtime", version: "v47.0.2", updates: "any" },
        { id: "podman" },
      ],
    },
    ...more,
    target: { platform: "vultr", ...target },
  });

const said = (preset: ReturnType<typeof node>) =>
  run(preset, catalogue).problems.filter(({ code }) =>
    code.startsWith("air-gap"),
  );

test("without a mirror nothing is said: the node may go anywhere", () => {
  expect(said(node({}))).toEqual([]);
});

test("with a mirror every public address is told, the implicit ones as well, and one fix moves them all", () => {
  const preset = node({ mirror });
  const before = said(preset);
  expect(
    before.map(({ kind, sentence }) => [kind, /https\S+/.exec(sentence)![0]]),
  ).toEqual([
    [
      "error",
      "https://extensions.flatcar.org/extensions/wasmtime-v47.0.2-x86-64.raw",
    ],
    [
      "error",
      "https://update.release.flatcar-linux.net/amd64-usr/4593.2.5/flatcar-podman.gz",
    ],
    ["warning", "https://public.update.flatcar-linux.net/v1/update/"],
    [
      "warning",
      "https://extensions.flatcar.org/extensions/wasmtime/SHA256SUMS",
    ],
  ]);
  const { fix } = before[0]!;
  expect(said(withEdits(preset, fix!.edits))).toEqual([]);
});

test("what is said of an address leaves the login in it out", () => {
  const files = [
    {
      path: "/opt/a",
      contents: { kind: "fetch", source: "https://me:hunter2@files.example/a" },
    },
    {
      path: "/etc/b",
      contents: { kind: "text", text: "https://me:hunter2@b.example/" },
    },
  ];
  const found = said(node({ mirror }, { files: { files } }));
  expect(JSON.stringify(found)).toContain("https://files.example/a");
  expect(JSON.stringify(found)).toContain("https://b.example/");
  expect(found.map(({ sentence }) => sentence).join()).not.toContain("hunter2");
});

test.each(["mirror", "ftp://mirror/", "https://mirror/?a=b", "https://"])(
  "a mirror %j is no folder that anything could be fetched from",
  (address) => {
    expect(said(node({ mirror: address }))).toMatchObject([
      { code: "air-gap-mirror-address", field: ["target", "mirror"] },
    ]);
  },
);

test("what a network boot decides is told, and keeps no config from being written", () => {
  const found = said(
    node(
      { platform: "pxe", mirror },
      {
        osUpdates: { server: "disabled" },
        extensions: { chosen: [{ id: "podman" }] },
      },
    ),
  );
  expect(found.map(({ kind }) => kind)).toEqual(["info", "info", "info"]);
  expect(found.map(({ why }) => why).join()).toContain(
    "flatcar.release_file_server_url=",
  );
  expect(found.every(({ fix }) => fix === undefined)).toBe(true);
});

test("a pointer's address has to be reachable, too", () => {
  const found = said(
    node(
      { mirror, handOver: "pointer", handOverFrom: "https://example.com/a" },
      { osUpdates: { server: "disabled" }, extensions: {} },
    ),
  );
  expect(found).toMatchObject([
    { kind: "error", field: ["target", "handOverFrom"] },
  ]);
});

test("an address that no file of a mirror can stand for has no fix, whatever else has one", () => {
  const text = `storage:
  files:
    - path: /opt/a
      contents:
        source: https://example.com/
    - path: /opt/b
      contents:
        source: https://example.com/b
`;
  const found = said(
    node(
      { mirror },
      { osUpdates: { server: "disabled" }, extensions: {}, rest: { text } },
    ),
  );
  expect(found.map(({ why, fix }) => [!!why, !!fix])).toEqual([
    [true, false],
    [false, true],
  ]);
});

test("a rule that is fetched from the mirror still says what it says, and texts are told once", () => {
  const text = `storage:
  files:
    - path: /etc/sysupdate.tool.d/tool.conf
      contents:
        source: ${mirror}tool.conf
    - path: /opt/setup.sh
      contents:
        inline: |
          curl https://one.example.com/a
          curl https://two.example.com/b
`;
  const found = said(
    node(
      { mirror },
      {
        osUpdates: { server: "disabled" },
        extensions: {},
        rest: { text },
      },
    ),
  );
  expect(found.map(({ code, kind }) => [code, kind])).toEqual([
    ["air-gap-rule-fetched", "warning"],
    ["air-gap-address-in-text", "info"],
  ]);
  expect(found[1]!.sentence).toContain("one more public address");
});

test("what has no place of its own on the mirror says so, and no fix moves it", () => {
  const preset = node(
    { mirror },
    {
      osUpdates: { server: "disabled" },
      extensions: {},
      files: {
        files: [
          {
            path: "/a",
            contents: { kind: "fetch", source: `${mirror}a.com/x` },
          },
          {
            path: "/b",
            contents: { kind: "fetch", source: "https://a.com/x/y" },
          },
        ],
      },
    },
  );
  const [told, ...others] = said(preset);
  expect(others).toEqual([]);
  expect(told).toMatchObject({
    code: "air-gap-public-address",
    why: expect.stringContaining("Another file has its place") as string,
  });
  expect(told!.fix).toBeUndefined();
});
