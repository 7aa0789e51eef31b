import { ignitionSpecs, specs } from "@/lib/butane";
import { generateIgnition } from "../conformance/generate-ignition";
import { generate } from "../conformance/generate";
import { mutate } from "../conformance/mutate";
import { Random } from "../conformance/random";
import type { Input } from "./probe";

/** An input of a seed; `most` is how long it may get, more or less. */
export function fuzzInput(seed: number, index: number, most: number): Input {
  const random = new Random(seed, index);
  const [name, make] = random.pick(families);
  const bytes = bytesOf(random, random.below(most));
  const made = make(random, most);
  // Most of what breaks a reader is a strange thing in a text that is otherwise fine.
  const text = random.chance(0.7) ? made : random.pick(disguises)(made, random);
  return {
    id: `${name} ${seed}/${index}`,
    text,
    files: {
      read: () => bytes,
      inspect: (path) => ({ type: path.length > 20 ? "file" : "directory" }),
      list: () => ["a", "deeper"],
    },
  };
}

type Make = (random: Random, most: number) => string;

/** Kinds of text, by what they are after. */
const families: readonly (readonly [name: string, make: Make])[] = [
  ["bytes", (random, most) => latin(bytesOf(random, random.below(most)))],
  [
    "bytes in a value",
    (random, most) =>
      inHead(`a: ${latin(bytesOf(random, random.below(most)))}`),
  ],
  ["code units", (random, most) => units(random, random.below(most / 2))],
  ["words of YAML", (random, most) => words(random, random.below(most / 4))],
  [
    "words of YAML in a document",
    (random, most) => inHead(words(random, random.below(most / 4))),
  ],
  ["nested", nested],
  ["repeated", repeated],
  ["aliases", aliases],
  ["a document", (random) => generate(random, random.pick(specs))],
  [
    "a broken document",
    (random) => mutate(generate(random, random.pick(specs)), random),
  ],
  [
    "Ignition",
    (random) => generateIgnition(random, random.pick(ignitionSpecs)),
  ],
  [
    "broken Ignition",
    (random) =>
      mutate(generateIgnition(random, random.pick(ignitionSpecs)), random),
  ],
];

function inHead(rest: string): string {
  return `variant: flatcar\nversion: 1.1.0\n${rest}`;
}

function bytesOf(random: Random, length: number): Uint8Array {
  const letters = random.chance(0.5) ? 256 : 1 + random.below(20);
  const first = random.below(256);
  return Uint8Array.from({ length }, () => first + random.below(letters));
}

function latin(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

function units(random: Random, length: number): string {
  return Array.from({ length }, () =>
    String.fromCharCode(
      random.chance(0.2) ? 0xd800 + random.below(0x800) : random.below(65_536),
    ),
  ).join("");
}

const vocabulary = [
  ..."[]{},:?-&*!|>'\"%@`#~<".split(""),
  ...[": ", "- ", "? ", ", ", " #", "\n", "\n  ", "\n    ", "\t", "\r\n", "\\"],
  ...[
    "---\n",
    "...\n",
    "%YAML 1.1\n",
    "%TAG ! a\n",
    "&a ",
    "*a",
    "<<: *a",
    "!!int ",
  ],
  ...[
    "|+2\n",
    ">-\n",
    "!!binary ",
    "null",
    "0x1",
    "path",
    "storage:",
    "files:",
  ],
  ...["\ufeff", "\u2028", "\u0085", "\ud83d\ude00", "é", "\u0000", "\ud800"],
];

function words(random: Random, length: number): string {
  return Array.from({ length }, () => random.pick(vocabulary)).join("");
}

/** Levels in levels, closed or not. */
function nested(random: Random, most: number): string {
  const [open, close] = random.pick([
    ["[", "]"],
    ["{a: ", "}"],
    ["- ", ""],
    ["? ", ""],
    ["[[a]: ", "]"],
    ["{<<: ", "}"],
    ["{storage: {files: [", "]}}"],
    ['{"a":', "}"],
    ["!!map {a: ", "}"],
  ] as const);
  const times = random.below(most / open.length);
  const key = random.pick(["", "a: ", "storage: ", "a:\n  "]);
  const closed = random.chance(0.5) ? close.repeat(times) : "";
  const text = `${key}${open.repeat(times)}x${closed}\n`;
  return random.chance(0.3) ? text : inHead(text);
}

/** One thing very often: what takes quadratic time shows here. */
function repeated(random: Random, most: number): string {
  const [before, each, after] = random.pick<
    readonly [string, (index: number) => string, string]
  >([
    ["", (index) => `k${index}: 1\n`, ""],
    ["", () => "k: 1\n", ""],
    ["a: [", (index) => `${index}, `, "]\n"],
    ["a: {", (index) => `é${index}: 😀, `, "}\n"],
    ["storage: {files: [", (index) => `{path: a${index}}, `, "]}\n"],
    [
      "storage:\n  files:\n",
      (index) => `  - {path: /a${index}, mode: x}\n`,
      "",
    ],
    [
      "storage:\n  links:\n",
      (index) =>
        `  - {path: ${"/a".repeat(index % 50)}, target: /a, hard: true}\n`,
      "",
    ],
    ["storage:\n  directories:\n", (index) => `  - path: /a${index % 7}\n`, ""],
    [
      "storage:\n  disks:\n  - device: /dev/a\n    partitions:\n",
      (index) =>
        `    - {number: ${index}, start_mib: ${index}, size_mib: ${(index % 3) - 1}}\n`,
      "",
    ],
    [
      "storage:\n  filesystems:\n",
      (index) =>
        `  - {device: /dev/a${index}, path: /a${index}, format: ext4, with_mount_unit: true}\n`,
      "",
    ],
    [
      "systemd:\n  units:\n",
      (index) =>
        `  - {name: a@${index}.service, enabled: true, contents: "[Service]\\nA=\\\\\\n"}\n`,
      "",
    ],
    [
      "systemd:\n  units:\n  - name: a.service\n    contents: |\n      [Service]\n",
      (index) => `      é=${" ".repeat(index % 40)}\\\n`,
      "",
    ],
    [
      "storage:\n  files:\n  - path: /a\n    contents:\n      inline: |\n",
      (index) => `        ${"ab".repeat(index % 9)}\n`,
      "",
    ],
    [
      "storage:\n  files:\n  - path: /a\n    contents:\n      source: 'data:text/plain",
      () => ";a=%41",
      ",x'\n",
    ],
    [
      "storage:\n  files:\n  - path: /a\n    contents:\n      source: 'http://[::1%25",
      () => "%20",
      "]/'\n",
    ],
    [
      "ignition:\n  config:\n    merge:\n    - inline: '{",
      (index) => `"k${index}": 1,`,
      '"a":1}\'\n',
    ],
    ["", () => "---\n", ""],
    ["a: >\n", () => "\n  x\n", ""],
    ["a: ", () => "a ", "\n"],
    ['a: "', () => "\\n \\\n ", '"\n'],
    ["# ", () => "#", "\n"],
  ]);
  const length = each(1).length;
  const times = random.below(Math.max(2, most / length));
  const text =
    before +
    Array.from({ length: times }, (_, index) => each(index)).join("") +
    after;
  return inHead(text);
}

/** Anchors that are repeated by anchors that are repeated. */
function aliases(random: Random, most: number): string {
  const levels = 2 + random.below(30);
  const width = 1 + random.below(12);
  const bottom = random.pick([
    "[x]",
    "{path: /a}",
    "x",
    "{inline: x}",
    `"${"x".repeat(random.below(most / 4))}"`,
  ]);
  const lines = [`a0: &a0 ${bottom}`];
  for (let level = 1; level < levels; level++) {
    const all = Array.from({ length: width }, () => `*a${level - 1}`).join(
      ", ",
    );
    const open = random.pick(["[", "{<<: ["]);
    lines.push(
      `a${level}: &a${level} ${open}${all}${open === "[" ? "]" : "]}"}`,
    );
  }
  const use = random.pick([
    `storage: {files: *a${levels - 1}}`,
    `storage: *a${levels - 1}`,
    `passwd: {users: [{groups: *a${levels - 1}}]}`,
    `storage: {files: [${`{path: /a, contents: *a0}, `.repeat(random.below(most / 30))}]}`,
    "b: 1",
  ]);
  return inHead(`${lines.join("\n")}\n${use}\n`);
}

/** The same text, as other programs may hand it over. */
const disguises: readonly ((text: string, random: Random) => string)[] = [
  (text) => text.replaceAll("\n", "\r\n"),
  (text) => text.replaceAll("\n", "\u0085"),
  (text) => `\ufeff${text}`,
  (text, random) => insert(text, random, "\0"),
  (text, random) => insert(text, random, "\ud800"),
  (text, random) => insert(text, random, "\udc80"),
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => insert(text, random, text.slice(0, random.below(1000))),
];

function insert(text: string, random: Random, what: string): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + what + text.slice(at);
}
