import { expect, test } from "vitest";
import { patch } from "./patch";
import {
  timeouts,
  merge,
  authority,
  argument,
  disk,
  draftOf,
  type Entry,
} from "./testing/entries";

const rows: readonly {
  readonly why: string;
  readonly before: readonly Entry[];
  readonly after: readonly Entry[];
  readonly text: string;
  readonly expected: string;
}[] = [
  {
    why: "a number of a struct changes in place, and what else is said there stays",
    before: [timeouts({ http_total: 60 })],
    after: [timeouts({ http_total: 90 })],
    text: `ignition:
  timeouts: # slow
    http_total: 60 # a minute
    http_response_headers: 5
`,
    expected: `ignition:
  timeouts: # slow
    http_total: 90 # a minute
    http_response_headers: 5
`,
  },
  {
    why: "of a struct that others use as well only our part goes away",
    before: [timeouts({ http_total: 60 })],
    after: [],
    text: `ignition:
  timeouts:
    http_total: 60
    http_response_headers: 5
`,
    expected: `ignition:
  timeouts:
    http_response_headers: 5
`,
  },
  {
    why: "the last entry takes its parents along, and nothing beside them",
    before: [authority("one\n")],
    after: [],
    text: `variant: flatcar
ignition:
  security:
    tls:
      certificate_authorities:
        - inline: |
            one
storage: {files: [{path: /a}]}
`,
    expected: `variant: flatcar
storage: {files: [{path: /a}]}
`,
  },
  {
    why: "in brackets, too",
    before: [merge("https://a.example/a"), timeouts({ http_total: 1 })],
    after: [timeouts({ http_total: 1 })],
    text: `ignition: {config: {merge: [{source: "https://a.example/a"}]}, timeouts: {http_total: 1}}
`,
    expected: `ignition: {timeouts: {http_total: 1}}
`,
  },
  {
    why: "entries without a name are added behind the one they follow",
    before: [merge("https://a.example/a"), merge("https://c.example/c")],
    after: [
      merge("https://a.example/a"),
      merge("https://b.example/b"),
      merge("https://c.example/c"),
    ],
    text: `ignition:
  config:
    merge:
      # first
      - source: https://a.example/a
      # last
      - source: https://c.example/c
`,
    expected: `ignition:
  config:
    merge:
      # first
      - source: https://a.example/a
      - source: https://b.example/b
      # last
      - source: https://c.example/c
`,
  },
  {
    why: "one of them changes in its own lines",
    before: [authority("one\n"), authority("two\n")],
    after: [authority("one\n"), authority("three\n")],
    text: `ignition:
  security:
    tls:
      certificate_authorities:
        - inline: |
            one
        # the other
        - inline: |
            two
`,
    expected: `ignition:
  security:
    tls:
      certificate_authorities:
        - inline: |
            one
        # the other
        - inline: |
            three
`,
  },
  {
    why: "what both drafts say of a list is not written where the text lacks it",
    before: [
      merge("https://a.example/a"),
      ["kernel_arguments.should_exist", "a"],
    ],
    after: [
      merge("https://a.example/a"),
      merge("https://b.example/b"),
      ["kernel_arguments.should_exist", "a"],
      ["kernel_arguments.should_exist", "b"],
    ],
    text: `variant: flatcar
`,
    expected: `variant: flatcar

ignition:
  config:
    merge:
      - source: https://b.example/b

kernel_arguments:
  should_exist:
    - b
`,
  },
  {
    why: "a partition goes by its number: the others keep their lines",
    before: [
      disk({ number: 1, label: "a" }, { number: 2, label: "b" }, { number: 3 }),
    ],
    after: [disk({ number: 2, label: "b" }, { number: 3, size_mib: 5 })],
    text: `storage:
  disks:
    - device: /dev/sda
      partitions:
        # one
        - number: 1
          label: a
        # two
        - {number: 2, label: b}
        # three
        - number: 3
`,
    expected: `storage:
  disks:
    - device: /dev/sda
      partitions:
        # two
        - {number: 2, label: b}
        # three
        - number: 3
          size_mib: 5
`,
  },
  {
    why: "partitions without a number go by their label, and a new one keeps its place",
    before: [disk({ label: "a" }, { label: "c" })],
    after: [disk({ label: "a" }, { label: "b" }, { label: "c", size_mib: 7 })],
    text: `storage:
  disks:
    - device: /dev/sda
      partitions:
        - label: a
        - label: c # end
`,
    expected: `storage:
  disks:
    - device: /dev/sda
      partitions:
        - label: a
        - label: b
        - label: c # end
          size_mib: 7
`,
  },
  {
    why: "partitions that change places do so in the text",
    before: [disk({ number: 1, label: "a" }, { number: 2, label: "b" })],
    after: [disk({ number: 2, label: "b" }, { number: 1, label: "a" })],
    text: `storage:
  disks:
    - device: /dev/sda
      partitions:
        - number: 1
          label: a
        - number: 2
          label: b
`,
    expected: `storage:
  disks:
    - device: /dev/sda
      partitions:
        - number: 2
          label: b
        - number: 1
          label: a
`,
  },
  {
    why: "a flag that the text says is off is turned on in its place",
    before: [disk({ number: 1 })],
    after: [
      [
        "storage.disks",
        { device: "/dev/sda", wipe_table: true, partitions: [{ number: 1 }] },
      ],
    ],
    text: `storage:
  disks:
    - device: /dev/sda
      wipe_table: false
      partitions:
        - number: 1
          start_mib: 0
`,
    expected: `storage:
  disks:
    - device: /dev/sda
      wipe_table: true
      partitions:
        - number: 1
          start_mib: 0
`,
  },
  {
    why: "of two that become the same one is left",
    before: [authority(""), authority(" "), authority("b")],
    after: [authority(""), authority(""), authority("b")],
    text: `ignition: {security: {tls: {certificate_authorities: [{inline: ""}, {inline: " "}, {inline: b}]}}}
`,
    expected: `ignition: {security: {tls: {certificate_authorities: [{inline: ""}, {inline: b}]}}}
`,
  },
  {
    why: "of two that differ in the line end the one that is meant goes away",
    before: [authority("a")],
    after: [],
    text: `ignition:
  security:
    tls:
      certificate_authorities:
        - inline: |
            a
        - inline: a
`,
    expected: `ignition:
  security:
    tls:
      certificate_authorities:
        - inline: |
            a
`,
  },
  {
    why: "what lies between one that goes and one that changes keeps its line",
    before: [argument("a"), argument("b"), argument("c"), argument("d=1")],
    after: [argument("a"), argument("c"), argument("d=2")],
    text: `kernel_arguments:
  should_exist:
    - a
    - b
    - "c"
    - "d=1"
`,
    expected: `kernel_arguments:
  should_exist:
    - a
    - "c"
    - "d=2"
`,
  },
  {
    why: "an argument beside others",
    before: [["kernel_arguments.should_exist", "a=1"]],
    after: [
      ["kernel_arguments.should_exist", "a=2"],
      ["kernel_arguments.should_not_exist", "quiet"],
    ],
    text: `kernel_arguments:
  should_exist: [a=1, b]
`,
    expected: `kernel_arguments:
  should_exist: [a=2, b]
  should_not_exist:
    - quiet
`,
  },
];

test.each(rows)("$why", ({ text, before, after, expected }) => {
  const made = patch(text, draftOf(...before), draftOf(...after));
  // Without a header in the text, the one that both drafts have is none of the difference.
  expect(made.text).toBe(expected);
});
