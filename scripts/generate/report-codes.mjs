// Makes docs/report-codes.md: every code a report can hold, with its sentence and the shortest document that shows it. The
// documents are golden inputs without the lines that are not needed; lib/butane/report-codes.test.ts tries each of them.
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { shrink } from "../report-codes/shrink.mjs";
import { loadTypeScript } from "../typescript.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const parity = "lib/butane/testdata/parity";

/** Area, the messages that belong to it, and the heading. */
const areas = [
  ["document", "Reading the document"],
  ["butane", "Butane's own rules"],
  ["storage", "Disks, files and links"],
  ["systemd", "Units"],
  ["fetch", "What Ignition fetches"],
  ["ignition", "Ignition JSON"],
  ["coreos", "Fedora CoreOS"],
  ["variants", "Variants without parts of Ignition"],
  ["openshift", "OpenShift"],
];

/** Codes that are only said of Ignition JSON, and a text that shows each. */
const ignitionExamples = {
  "ignition-empty": "",
  "version-before-three": '{ "ignition": { "version": "2.3.0" } }',
  "version-unknown": '{ "ignition": { "version": "3.99.0" } }',
};

/** Goldens whose mistake is an everyday one, where the shortest one is odd. */
const everyday = {
  "type-mismatch": "flatcar-1.1.0/type-errors",
  "variant-missing": "flatcar-1.1.0/no-variant",
  "unused-key": "flatcar-1.1.0/unused-keys",
  "value-contradicts-tag": "flatcar-1.1.0/tag-contradicted",
  "yaml-syntax": "flatcar-1.1.0/yaml-two-colons-in-a-line",
};

export async function generate() {
  const butane = await readButane();
  const examples = findExamples(butane);
  return { "docs/report-codes.md": page(butane, examples) };
}

/** The library is TypeScript, so it is bundled before it is asked. */
function readButane() {
  const from = (name, path) =>
    `export { ${name} } from "./lib/butane/${path}";`;
  return loadTypeScript(
    [
      ...areas.map(([area]) => from(area, `messages/${area}`)),
      from("sentenceFor", "messages"),
      from("formatPath", "path"),
      from("transpile", "transpile"),
      from("checkIgnitionText", "ignition"),
      from("goldenOptions, readGolden", "testing/golden"),
      from("WITHOUT_GOLDEN", "testing/without-golden"),
    ].join("\n"),
  );
}

/** For every code that a golden shows: the shortest document among a few of the shortest goldens. */
function findExamples(butane) {
  const byCode = new Map();
  for (const golden of goldens(butane)) {
    for (const code of new Set(run(butane, golden).map(({ code }) => code))) {
      byCode.set(code, [...(byCode.get(code) ?? []), golden]);
    }
  }
  return new Map(
    [...byCode].map(([code, shown]) => [
      code,
      shown
        .filter(({ at }) => at.endsWith(everyday[code] ?? ""))
        .sort((one, other) => weight(one) - weight(other))
        .slice(0, 4)
        .map((golden) => shorten(butane, golden, code))
        .sort((one, other) => cost(one) - cost(other))[0],
    ]),
  );
}

function goldens({ readGolden }) {
  const folders = (path) =>
    readdirSync(`${root}${path}`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${path}/${name}`)
      .sort();
  return folders(parity)
    .flatMap(folders)
    .map((folder) => ({ ...readGolden(`${root}${folder}`), at: folder }));
}

/** Flatcar's documents come first, its newest version before the others, and those that can be read as they stand here. */
function weight({ at, text }) {
  const isFlatcar = at.includes("/flatcar-1.");
  const isCurrent = at.includes("/flatcar-1.1.0/");
  const isPlain = !at.includes("experimental") && isPrintable(text);
  return (
    text.length +
    (isCurrent ? 0 : 3_000) +
    (isFlatcar ? 0 : 10_000) +
    (isPlain ? 0 : 20_000)
  );
}

/** A document that shows nothing but its code is better than a short one. */
function cost(example) {
  const others = new Set(example.report.map(({ code }) => code)).size - 1;
  return weight(example) + others * 1_000;
}

function isPrintable(text) {
  return !/[^\n -~]/.test(text);
}

function shorten(butane, golden, code) {
  const places = (report) =>
    report
      .filter((entry) => entry.code === code)
      .map(
        ({ kind, path }) => `${kind} ${path.join(".").replace(/\d+/g, "0")}`,
      );
  const before = run(butane, golden);
  const wanted = new Set(places(before));
  const allowed = new Set(before.map((entry) => entry.code));
  const shows = (text) => {
    const report = run(butane, { ...golden, text });
    return (
      places(report).some((place) => wanted.has(place)) &&
      report.every((entry) => allowed.has(entry.code))
    );
  };
  // Every try would take as long as Butane takes to give up, and each of its lines is needed.
  if (code === "too-many-aliases") return { ...golden, report: before };
  // The two lines that every document begins with stay, so that the example can be tried as it stands.
  const header = /^variant: .*\nversion: .*\n/.exec(golden.text)?.[0] ?? "";
  const tidy = (body) => `${(header + body).replace(/\n*$/, "")}\n`;
  const body = shrink(golden.text.slice(header.length), (shorter) =>
    shows(tidy(shorter)),
  );
  const kept = shows(tidy(body)) ? tidy(body) : golden.text;
  return {
    ...golden,
    text: kept,
    report: run(butane, { ...golden, text: kept }),
  };
}

function run({ transpile, goldenOptions }, golden) {
  return transpile(golden.text, goldenOptions(golden)).report;
}

function page(butane, examples) {
  const contents = areas.flatMap(([area, title]) => [
    `- [${title}](#${slug(title)}): ${Object.keys(butane[area])
      .map((code) => `[\`${code}\`](#${code})`)
      .join(", ")}`,
  ]);
  const sections = areas.flatMap(([area, title]) => [
    `## ${title}`,
    ...Object.keys(butane[area]).flatMap((code) =>
      section(butane, code, butane[area][code], examples.get(code)),
    ),
  ]);
  return `${[
    "# What a report can say",
    "<!-- Made by `npm run generate`; change the messages or the goldens instead. -->",
    "Every entry of a report has a code that stays the same while sentences get better. An **error** stops the run, a **warning** and a **note** let the config through. Each example is the shortest part of a golden document that still shows its code, and is itself a test.",
    contents.join("\n"),
    ...sections,
  ].join("\n\n")}\n`;
}

function section(butane, code, message, example) {
  const told = { code, values: {} };
  if (code in ignitionExamples) {
    const text = ignitionExamples[code];
    const entry = butane.checkIgnitionText(text).report[0];
    return [
      ...heading(butane, entry ?? told),
      ...(text === ""
        ? ["Example: a text of no length."]
        : [fence("json", `${text}\n`)]),
      place(butane, entry),
    ];
  }
  if (!example) {
    const why = butane.WITHOUT_GOLDEN[code];
    if (!why) throw new Error(`${code} has no example and no reason`);
    return [...heading(butane, told), `No example: ${why}.`];
  }
  const { at, raw, text, report } = example;
  const entry = report.find((one) => one.code === code);
  const others = new Set(
    report.map((one) => one.code).filter((other) => other !== code),
  );
  return [
    ...heading(butane, entry),
    fence("yaml", text),
    [
      place(butane, entry),
      raw ? "Said where plain Ignition is asked for (`--raw`)." : "",
      others.size > 0
        ? `It also gives ${[...others].map((other) => `[\`${other}\`](#${other})`).join(", ")}.`
        : "",
      `Out of [${at.slice(parity.length + 1)}](../${at}).`,
    ]
      .filter(Boolean)
      .join(" "),
  ];
}

function heading(butane, entry) {
  const { sentence, why } = butane.sentenceFor(entry);
  return [`### ${entry.code}`, `${sentence}${why ? ` ${why}` : ""}`];
}

function place({ formatPath }, { kind, path, range }) {
  const word = { error: "Error", warning: "Warning", info: "Note" }[kind];
  const at = [
    path.length > 0 && `\`${formatPath(path)}\``,
    range && `line ${range.start.line}, column ${range.start.column}`,
  ].filter(Boolean);
  return `${word}${at.length > 0 ? ` at ${at.join(", ")}` : ""}.`;
}

function fence(language, text) {
  return `\`\`\`${language}\n${text}\`\`\``;
}

function slug(title) {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, "")
    .replaceAll(" ", "-");
}
