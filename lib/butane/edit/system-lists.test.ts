import { expect, test } from "vitest";
import { emit } from "../index";
import { locate } from "./locate";
import { missingFrom } from "./missing-from";
import { patch } from "./patch";
import {
  timeouts,
  merge,
  authority,
  disk,
  draftOf,
  open,
  type Entry,
} from "./testing/entries";

test("what several hands say of one struct is one struct", () => {
  const document = draftOf(
    timeouts({ http_response_headers: 20 }),
    timeouts({ http_total: 60 }),
    ["ignition.proxy", { no_proxy: ["a"] }],
    ["ignition.proxy", { no_proxy: ["a", "b"], http_proxy: "http://p:1" }],
  );
  const { text, origins } = emit(document);
  expect(text).toBe(`variant: flatcar
version: 1.1.0

ignition:
  timeouts:
    http_response_headers: 20
    http_total: 60
  proxy:
    no_proxy:
      - a
      - b
    http_proxy: http://p:1
`);
  expect(origins).toContainEqual({
    path: ["ignition", "timeouts", "http_total"],
    field: ["entry", 1],
  });
});

test("of two values that contradict each other in a struct the first is written, and the other is missing", () => {
  const document = draftOf(
    timeouts({ http_total: 60 }),
    timeouts({ http_total: 90 }),
    ["ignition.config.replace", { source: "https://a.example/a" }],
    ["ignition.config.replace", { source: "https://b.example/b" }],
  );
  const { text } = emit(document);
  expect(text).toContain("http_total: 60");
  expect(text).toContain("https://a.example/a");
  expect(text).not.toContain("https://b.example/b");
  const missing = missingFrom(open(text), document);
  expect(missing.map(({ origin }) => origin)).toEqual([
    ["entry", 3],
    ["entry", 1],
  ]);
});

test("every list is written where it belongs, and read again", () => {
  const entries: readonly Entry[] = [
    ["ignition.config.replace", { source: "https://a.example/a" }],
    merge("https://b.example/b"),
    merge("https://c.example/c"),
    timeouts({ http_total: 1 }),
    authority("one\n"),
    authority("two\n"),
    ["ignition.proxy", { https_proxy: "https://p:1", no_proxy: ["a"] }],
    disk({ number: 1, label: "a", size_mib: 10 }, { number: 2, label: "b" }),
    [
      "storage.raid",
      { name: "data", level: "raid1", devices: ["/dev/sda1", "/dev/sdb1"] },
    ],
    ["storage.luks", { name: "data", device: "/dev/sda1", wipe_volume: true }],
    [
      "storage.filesystems",
      { device: "/dev/sda1", format: "ext4", mount_options: ["noatime"] },
    ],
    ["kernel_arguments.should_exist", "nosmt"],
    ["kernel_arguments.should_not_exist", "quiet"],
  ];
  const document = draftOf(...entries);
  const opened = open(emit(document).text);
  expect(missingFrom(opened, document)).toEqual([]);
  for (const list of new Set(entries.map(([name]) => name)))
    expect(opened.entriesOf(list).map(({ value }) => value)).toEqual(
      entries.flatMap(([name, value]) => (name === list ? [value] : [])),
    );
  const empty = patch(opened.text, document, draftOf());
  expect(empty.text).toBe("variant: flatcar\nversion: 1.1.0\n");
  const filled = patch(empty.text, draftOf(), document);
  expect(missingFrom(open(filled.text), document)).toEqual([]);
});

test("of two that differ in the line end, a field leads to its own", () => {
  const document = open(`ignition:
  security:
    tls:
      certificate_authorities: [{inline: "a\\n"}, {inline: "a"}]
`);
  const path = [
    "ignition",
    "security",
    "tls",
    "certificate_authorities",
  ] as const;
  expect(locate(document, draftOf(authority("a"), authority("a\n")))).toEqual([
    { path: [...path, 1], field: ["entry", 0] },
    { path: [...path, 0], field: ["entry", 1] },
  ]);
  // One that does not stand there has no place.
  expect(locate(document, draftOf(authority("b")))).toEqual([]);
});

test.each([
  ["wipe_table: false", true],
  ["partitions: []", true],
  ["partitions: [{number: 1, should_exist: false}]", false],
  ["wipe_table: true", false],
])(
  "whether a disk that says %s says no more than its device: %s",
  (line, nothing) => {
    const document = open(`storage:
  disks:
    - device: /dev/sda
      ${line}
`);
    const missing = missingFrom(
      document,
      draftOf(["storage.disks", { device: "/dev/sda" }]),
    );
    expect(missing.map(({ reason }) => reason)).toEqual(
      nothing ? [] : ["more"],
    );
  },
);
