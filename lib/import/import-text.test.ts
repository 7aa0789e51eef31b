import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { transpile } from "@/lib/butane";
import { utf8 } from "@/lib/bytes";
import { compose, emptyPreset, toStored } from "@/lib/preset";
import { encodeShare } from "@/lib/share/codec";
import { importBytes } from "./import-bytes";
import { importText, longestImport } from "./import-text";
import type { Imported } from "./imported";

function opened(text: string): Imported {
  const answer = importText(text);
  if (!answer.ok) throw new Error(answer.sentence);
  return answer;
}

const preset = {
  ...emptyPreset(),
  name: "node",
  identity: { hostname: "node-1", timezone: "" },
};
const butane = `# mine
variant: flatcar
version: 1.1.0
storage:
  files:
    - path: /etc/motd # hello
      contents: {inline: hi}
`;
const ignition = transpile(butane).output!;

test("a preset is opened as it is", () => {
  const json = JSON.stringify(toStored(preset, { secrets: "keep" }));
  expect(opened(json)).toMatchObject({ kind: "preset", preset });
});

test("a link is opened, and what its sender left out is named", () => {
  const user = { name: "core", keys: [], passwordHash: "$6$x$y", groups: [] };
  const { link } = encodeShare({ ...preset, users: { users: [user] } });
  const { kind, leftOut } = opened(`https://kindling.example/#${link}`);
  expect(kind).toBe("link");
  expect(leftOut).toEqual([["users", "users", 0, "passwordHash"]]);
});

test("a Butane document is opened without a change", () => {
  const { kind, title, preset: node, report } = opened(butane);
  expect({ kind, title, report }).toEqual({
    kind: "butane",
    title: "a Butane document, flatcar 1.1.0",
    report: [],
  });
  expect(compose(node).text).toBe(butane);
});

test("a Butane document that breaks a rule is opened with its entries", () => {
  const { report } = opened(butane.replace("/etc/motd", "etc/motd"));
  expect(report).toMatchObject([
    { code: "path-relative", range: { start: { line: 6 } } },
  ]);
});

test("an Ignition config becomes a document that makes it again", () => {
  const { kind, title, preset: node } = opened(ignition);
  expect({ kind, title }).toEqual({
    kind: "ignition",
    title: "an Ignition config, version 3.4.0",
  });
  expect(transpile(compose(node).text).output).toBe(ignition);
});

test("a byte order mark is no mistake in a file", () => {
  expect(opened(`\ufeff${ignition}`).kind).toBe("ignition");
  const { preset: node } = opened(`\ufeff${butane}`);
  expect(compose(node).text).toBe(`\ufeff${butane}`);
});

test("what Flatcar has no field for is named with its line", () => {
  const json = `{
  "ignition": {"version": "3.4.0"},
  "storage": {"luks": [
    {"name": "a", "device": "/dev/b",
     "clevis": {"tpm2": true}}
  ]},
  "nonsense": 1
}`;
  const { report, notCarriedOver } = opened(json);
  expect(report.map(({ code }) => code)).toEqual(["unused-key"]);
  expect(notCarriedOver).toMatchObject([
    { what: "storage.luks.0.clevis", line: 5 },
  ]);
});

test("a cloud-config becomes a node with its values in the forms", () => {
  const {
    kind,
    preset: node,
    notCarriedOver,
  } = opened("#cloud-config\nhostname: web\npackages: [nginx]\n");
  expect(kind).toBe("cloud-config");
  expect(node.identity.hostname).toBe("web");
  expect(notCarriedOver).toMatchObject([{ what: "packages", line: 3 }]);
});

test.each([
  ["", "unknown", /nothing to open/],
  ["   \n", "unknown", /nothing to open/],
  ["hello there", "unknown", /nothing that can be opened/],
  ["x".repeat(longestImport + 1), "unknown", /larger than 1 MiB/],
  ['{"ignition":{"version":"2.2.0"}}', "foreign", /version 2\.2\.0/],
  ["p1.AAAA", "link", /cut off|damaged/],
  ['{"kindling":2}', "preset", /newer Kindling/],
  ["#cloud-config\n- a\n- b\n", "cloud-config", /cannot be opened/],
])("%# is refused: %s, %s", (text, kind, sentence) => {
  const answer = importText(text);
  expect(answer.ok).toBe(false);
  if (answer.ok) return;
  expect(answer.kind).toBe(kind);
  expect(answer.sentence).toMatch(sentence);
});

test.each([
  [
    '{\n  "ignition": {"version": "3.4.0"},\n  "storage": {"files": [{"path": "a"}]}\n}',
    "ignition",
    "path-relative",
    3,
  ],
  ['{"ignition": {"version": "3.4.0"},\n ]\n}', "ignition", "json-syntax", 2],
  ['{"ignition": {"version": "3.99.0"}}', "ignition", "version-unknown", 1],
  ["variant: flatcar\nversion: 1.1.0\na: [\n", "butane", "yaml-syntax", 4],
  ["variant: suse\nversion: 1.1.0\n", "butane", "variant-unknown", 1],
  ["#cloud-config\nusers: [\n", "cloud-config", "yaml-syntax", 3],
])(
  "%j is refused with the entries of its validator",
  (text, kind, code, line) => {
    const answer = importText(text);
    expect(answer).toMatchObject({ ok: false, kind });
    expect(answer.report).toMatchObject([{ code, range: { start: { line } } }]);
  },
);

test("a preset with a wrong key is refused at the key", () => {
  const answer = importText('{\n  "kindling": 1,\n  "nonsense": true\n}');
  expect(answer).toMatchObject({ ok: false, range: { start: { line: 3 } } });
});

const packings: [string, (bytes: Uint8Array) => Uint8Array][] = [
  ["as it is", (bytes) => bytes],
  ["gzip", gzipSync],
  ["base64", (bytes) => utf8(Buffer.from(bytes).toString("base64"))],
  [
    "base64 in lines",
    (bytes) =>
      utf8(Buffer.from(bytes).toString("base64").replace(/.{76}/g, "$&\n")),
  ],
  ["base64 of gzip", (bytes) => utf8(gzipSync(bytes).toString("base64"))],
  [
    "UTF-16",
    (bytes) => Buffer.from(`\ufeff${Buffer.from(bytes).toString()}`, "utf16le"),
  ],
];
test.each(packings)("a file is opened: %s", (_name, pack) => {
  const answer = importBytes(pack(utf8(ignition)));
  expect(answer).toMatchObject({ ok: true, kind: "ignition" });
});

test.each([
  [Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2, 3), /gzip, but damaged/],
  [Uint8Array.of(0, 1, 2, 255), /no text/],
  [gzipSync(new Uint8Array(2 ** 25)), /gzip, but damaged or larger/],
  [new Uint8Array(longestImport + 1), /larger than 1 MiB/],
])("bytes that hold no text are refused: %#", (bytes, sentence) => {
  const answer = importBytes(bytes);
  expect(answer.ok ? "" : answer.sentence).toMatch(sentence);
});

test("law: whatever is pasted, there is an answer with a sentence or a node that composes", () => {
  const snippets = [
    ...["#cloud-config\n", "variant: flatcar\n", "version: 1.1.0\n", "{", "}"],
    ...['"ignition":', '{"version":"3.3.0"}', "kindling", "users:\n", "- "],
    ...["  name: a\n", "write_files:\n", "  - path: /a\n", "&a ", "*a\n"],
    ...["<<: ", "runcmd:\n", "- [a, b]\n", "coreos:\n", "  units:\n", "p1."],
  ];
  const text = fc
    .array(fc.oneof(fc.constantFrom(...snippets), fc.string()))
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (any) => {
      const answer = importText(any);
      if (answer.ok) expect(compose(answer.preset).text).toContain("variant");
      else expect(answer.sentence).toMatch(/\.$/);
    }),
    { numRuns: 500 },
  );
});
