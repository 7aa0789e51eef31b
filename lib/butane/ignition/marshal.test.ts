import { expect, test } from "vitest";
import { type IgnitionConfig, ignitionSpec } from ".";

const print = (config: IgnitionConfig, pretty = false) =>
  ignitionSpec("3.4.0").marshal(config, { pretty });
const version = { version: "3.4.0" };
// Where a number of JavaScript would be rounded.
const large = BigInt("4611686018427387904");
const header = '{"ignition":{"version":"3.4.0"}';

const rows: [config: IgnitionConfig, rest: string, reason: string][] = [
  [{}, "", "the header alone"],
  [{ storage: {}, passwd: { users: [] } }, "", "what is empty is left out"],
  [
    { storage: { files: [{ contents: { verification: {} } }] } },
    ',"storage":{"files":[{"path":""}]}',
    "also inside; a path is always printed",
  ],
  [
    { storage: { files: [{ path: "/a", mode: 0, contents: { source: "" } }] } },
    ',"storage":{"files":[{"path":"/a","contents":{"source":""},"mode":0}]}',
    "a pointer to an empty value is printed",
  ],
  [
    { storage: { disks: [{ device: "/d", partitions: [{ number: 0 }] }] } },
    ',"storage":{"disks":[{"device":"/d","partitions":[{}]}]}',
    "a number that is no pointer is left out when 0",
  ],
  [
    { storage: { links: [{ target: "/x", hard: false, path: "/l" }] } },
    ',"storage":{"links":[{"path":"/l","hard":false,"target":"/x"}]}',
    "keys come in the spec's order",
  ],
  [
    { storage: { files: [{ path: "/a", mode: large }] } },
    ',"storage":{"files":[{"path":"/a","mode":4611686018427387904}]}',
    "large numbers are printed exactly",
  ],
];

test.each(rows.map(([config, rest, reason]) => ({ config, rest, reason })))(
  "$reason",
  ({ config, rest }) => {
    expect(print({ ...config, ignition: version })).toBe(`${header}${rest}}`);
  },
);

test.each([
  ['a"b\\c', 'a\\"b\\\\c', "quotes and backslashes"],
  ["<a&b>", "\\u003ca\\u0026b\\u003e", "what HTML could trip over"],
  ["\n\r\t", "\\n\\r\\t", "short escapes"],
  ["\b\f\0\u001f", "\\u0008\\u000c\\u0000\\u001f", "other control characters"],
  ["\u2028\u2029", "\\u2028\\u2029", "line ends of JavaScript"],
  ["\u007fé😀\ufffd/", "\u007fé😀\ufffd/", "everything else as it is"],
  ["a\udcffb", "a\\ufffdb", "a byte that was no UTF-8"],
])("text %j is printed as %j: %s", (text, printed) => {
  expect(print({ kernelArguments: { shouldExist: [text] } })).toBe(
    `{"ignition":{"version":""},"kernelArguments":{"shouldExist":["${printed}"]}}`,
  );
});

test("3.3 leaves out an empty version, 3.4 prints it", () => {
  expect(ignitionSpec("3.3.0").marshal({})).toBe('{"ignition":{}}');
  expect(ignitionSpec("3.4.0").marshal({})).toBe('{"ignition":{"version":""}}');
});

test("pretty text has two spaces for each level, and empty objects closed at once", () => {
  const merge = [{}, { source: "data:," }];
  expect(print({ ignition: { config: { merge }, ...version } }, true)).toBe(
    [
      "{",
      '  "ignition": {',
      '    "config": {',
      '      "merge": [',
      "        {},",
      "        {",
      '          "source": "data:,"',
      "        }",
      "      ]",
      "    },",
      '    "version": "3.4.0"',
      "  }",
      "}",
    ].join("\n"),
  );
});
