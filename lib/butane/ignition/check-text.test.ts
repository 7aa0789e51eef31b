import { expect, test } from "vitest";
import { formatPath } from "../path";
import { sentenceFor } from "../messages";
import type { Entry } from "../report";
import { checkEmbeddedIgnition, checkIgnitionText } from ".";

const show = (report: readonly Entry[]) =>
  report.map(({ kind, path, code, range }) => {
    const place = range && `${range.start.line}:${range.start.column}`;
    return [kind, formatPath(path), place ?? "nowhere", code].join(" ");
  });

const header = '{"ignition":{"version":"3.4.0"}';

// Places are those that ignition-validate prints: objects and lists count from behind their bracket.
test.each<[text: string, entries: string[], reason: string]>([
  [`${header}}`, [], "a small config"],
  ["", ["error $ nowhere ignition-empty"], "nothing"],
  ["{", ["error $ nowhere json-syntax"], "the end comes too early"],
  ["{\n x}", ["error $ 2:3 json-syntax"], "no key"],
  ['{"a":01}', ["error $ 1:8 json-syntax"], "a number with a zero in front"],
  ['{"a":"\n"}', ["error $ 2:1 json-syntax"], "a line break in a text"],
  [`${header}} x`, ["error $ nowhere json-syntax"], "text behind the end"],
  ['{"ignition":5 }', ["error $ 1:14 json-type"], "a number for an object"],
  [`${header},"storage":[] }`, ["error $ 1:44 json-type"], "a list for one"],
  ["5", ["error $ nowhere json-type"], "no object at all"],
  [
    '{"ignition":{}}',
    ["error $.ignition.version 1:14 version-invalid"],
    "no version",
  ],
  [
    '{"ignition":{"version":"9.9.9"}}',
    ["error $.ignition.version 1:24 version-unknown"],
    "a version to come",
  ],
  [`${header},"foo":1}`, ["warning $.foo 1:33 unused-key"], "an unknown key"],
  [
    `${header},"Storage":{"files":[{}]}}`,
    [
      "error $.storage.files.0.path 1:2 path-missing",
      "warning $.Storage 1:33 unused-key",
    ],
    "another case is read, and called unused",
  ],
  [
    `${header},"storage":null}`,
    ["warning $.storage 1:43 null-for-struct"],
    "null for an object",
  ],
  [
    `${header},\n"storage":{"files":[{"path":"é","mode":99999}]}}`,
    [
      "error $.storage.files.0.path 2:29 path-relative",
      "error $.storage.files.0.mode 2:41 mode-invalid",
      "warning $.storage.files.0.mode 2:41 mode-special-bits",
    ],
    "columns count bytes",
  ],
  [
    `${header},"storage":{"files":[{"path":"/a","mode":1.0 }]}}`,
    ["error $ 1:76 json-type"],
    "a number with a fraction",
  ],
  [
    `${header},"storage":{"links":[null]}}`,
    [
      "error $.storage.links.0.path 1:53 path-missing",
      "error $.storage.links.0.target 1:53 link-target-missing",
      "warning $.storage.links.0 1:53 null-for-struct",
    ].sort(),
    "null in a list is an empty entry",
  ],
])("%j: %j: %s", (text, entries) => {
  expect(show(checkIgnitionText(text).report).sort()).toEqual(entries.sort());
});

const versions = [0, 1, 2, 3, 4, 5, 6].map((minor) => `3.${minor}.0`);

test.each([...versions, "3.7.0-experimental", "03.4.00"])(
  "Ignition %s is read, and its rules are looked at",
  (version) => {
    const text = (rest: string) =>
      `{"ignition":{"version":"${version}"}${rest}}`;
    expect(checkIgnitionText(text("")).report).toEqual([]);
    const files = ',"storage":{"files":[{"path":"a"}]}';
    expect(show(checkIgnitionText(text(files)).report)[0]).toMatch(
      /^error \$\.storage\.files\.0\.path 1:\d+ path-relative$/,
    );
  },
);

test.each([
  ["2.3.0", "version-before-three"],
  ["2.5.0-experimental", "version-before-three"],
  ["1.0.0", "version-before-three"],
  ["3.7.0", "version-unknown"],
  ["3.6.0-experimental", "version-unknown"],
  ["3.4.1", "version-unknown"],
  ["3.8.0-experimental", "version-unknown"],
  ["4.0.0", "version-unknown"],
  ["3.4", "version-invalid"],
  ["v3.4.0", "version-invalid"],
  ["two", "version-invalid"],
])("Ignition %s is refused: %s", (version, code) => {
  const text = `{"ignition":{"version":${JSON.stringify(version)}}}`;
  const { report, ...read } = checkIgnitionText(text);
  expect(show(report)).toEqual([`error $.ignition.version 1:24 ${code}`]);
  expect(read).toEqual({ version: null, config: null });
  const { sentence } = sentenceFor(report[0]!);
  if (code !== "version-invalid") {
    expect(sentence).toContain(version);
    expect(sentence).toContain("3.0.0 to 3.7.0-experimental");
  }
});

/** What each spec brought with it, in a config that only it and those after it know. */
test.each<[version: string, since: string, rest: string]>([
  ["kernel arguments", "3.3.0", '"kernelArguments":{"shouldExist":["quiet"]}'],
  [
    "encrypted devices",
    "3.2.0",
    '"storage":{"luks":[{"name":"a","device":"/dev/a"}]}',
  ],
  [
    "open options",
    "3.4.0",
    '"storage":{"luks":[{"name":"a","device":"/dev/a","openOptions":["x"]}]}',
  ],
  [
    "crypto cards",
    "3.5.0",
    '"storage":{"luks":[{"name":"a","device":"/dev/a","cex":{"enabled":true}}]}',
  ],
  ["special bits", "3.6.0", '"storage":{"files":[{"path":"/a","mode":2541}]}'],
])("%s are known from %s on", (_, since, rest) => {
  const silent = versions.filter((version) => {
    const text = `{"ignition":{"version":"${version}"},${rest}}`;
    return checkIgnitionText(text).report.length === 0;
  });
  expect(silent).toEqual(versions.slice(versions.indexOf(since)));
});

test("a config that breaks rules is still read", () => {
  const text =
    '{"ignition":{"version":"3.3.0"},"storage":{"files":[{"path":"a"}]}}';
  expect(checkIgnitionText(text)).toMatchObject({
    version: "3.3.0",
    config: { storage: { files: [{ path: "a" }] } },
  });
});

test("values are read as Go reads them", () => {
  const text = `{"ignition":{"version":"3.4.0"},
    "passwd":{"users":[{"name":"\\u00e9\\ud83d\\ude00\\ud800","uid":9007199254740993,"gecos":null}]},
    "passwd":{"users":[{"UID":7}]}}`;
  expect(checkIgnitionText(text).config?.passwd).toEqual({
    users: [{ name: "é😀\ufffd", uid: 7 }],
  });
});

const merge = ["ignition", "config", "merge", 0];

test.each<[text: string, readable: boolean, codes: string[], reason: string]>([
  [`${header}}`, true, [], "a small config"],
  [`${header},"foo":1}`, true, ["unused-key"], "an unknown key"],
  [
    '{"ignition":{"version":"3.3.0"},"foo":1}',
    true,
    ["embedded-version-unknown"],
    "another version is let pass unread",
  ],
  ['{"ignition":{"version":"x"}}', true, ["version-invalid"], "no version"],
  ["{}", true, ["version-invalid"], "none at all"],
  ["", false, ["json-syntax"], "nothing"],
  ["[]", false, ["json-type"], "no object"],
])("%j inside a document is readable: %s, %j: %s", (text, readable, codes) => {
  const checked = checkEmbeddedIgnition(text, "3.4.0", merge);
  expect(checked.readable).toBe(readable);
  expect(checked.report.map(({ code }) => code)).toEqual(codes);
});

test("an unknown version inside is warned about at the resource", () => {
  const text = '{"ignition":{"version":"3.5.0"}}';
  expect(checkEmbeddedIgnition(text, "3.4.0", merge).report).toEqual([
    {
      kind: "warning",
      code: "embedded-version-unknown",
      path: [...merge, "version"],
    },
  ]);
});
