// `npm run bench`: what is slow or large, in one table. Builds nothing: the page's figures are those of the last build.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { load } from "./bench/bundle.mjs";
import { documentOf } from "./bench/document.mjs";
import { heap, retained } from "./bench/memory.mjs";
import { native } from "./bench/native.mjs";
import { emptyPage, firstLoad } from "./bench/page.mjs";
import { seconds, ms, timed } from "./bench/timing.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const catalogue = JSON.parse(
  readFileSync(join(root, "public/catalogue.json"), "utf8"),
);
const kindling = await load(root, "scripts/bench/kindling.ts");
const { makeFleet } = await load(root, "scripts/bench/fleet.ts");
const rows = [];

function transpileTimes() {
  const sizes = [30, 300, 3000, 30000];
  const folder = join(root, ".kindling/bench");
  mkdirSync(folder, { recursive: true });
  const files = sizes.map((lines) => {
    const file = join(folder, `${lines}.bu`);
    writeFileSync(file, documentOf(lines));
    return file;
  });
  const upstream = native(root, files);
  const perLine = [];
  sizes.forEach((lines, index) => {
    const text = documentOf(lines);
    const result = kindling.transpile(text);
    if (result.report.length > 0) {
      throw new Error(`the document of ${lines} lines is not clean`);
    }
    const { median, p95 } = timed(() => kindling.transpile(text));
    perLine.push((1000 * median) / lines);
    const theirs = upstream.medians?.[index];
    rows.push([
      `transpile, ${lines.toLocaleString("en")} lines`,
      `${ms(median)} (p95 ${ms(p95)})`,
      theirs
        ? `Butane 0.29.0, native: ${ms(theirs)}, ${(theirs / median).toFixed(0)} times as long`
        : `Butane itself not asked: ${upstream.reason}`,
    ]);
  });
  rows.push([
    "transpile, each line",
    `${perLine.map((time) => time.toFixed(1)).join(", ")} µs`,
    `of ${sizes.map((lines) => lines.toLocaleString("en")).join(", ")} lines: time grows with the lines`,
  ]);
}

function transpileMemory() {
  const sizes = [300, 3000, 30000];
  const times = sizes.map((lines) => {
    const text = documentOf(lines);
    // Enough of the small ones to stand out from what the heap does by itself.
    const count = Math.ceil(8_000_000 / text.length);
    return retained(() => kindling.transpile(text), count) / text.length;
  });
  rows.push([
    "what a run keeps, in inputs",
    times.map((share) => share.toFixed(1)).join(", "),
    `of ${sizes.map((lines) => lines.toLocaleString("en")).join(", ")} lines; budget 3`,
  ]);
}

function pipelineTime() {
  const [title, { median, p95 }] = kindling.presets
    .map(([title, preset]) => [
      title,
      timed(() => kindling.run(preset, catalogue), { warm: 200, measure: 500 }),
    ])
    .sort(([, a], [, b]) => b.median - a.median)[0];
  rows.push([
    "preset to user data, slowest example",
    `${ms(median)} (p95 ${ms(p95)})`,
    `${title}; this runs on every change`,
  ]);
}

function fleetTime() {
  const sizes = [1000, 10000];
  const before = heap();
  const heaps = sizes.map((count) => {
    let most = 0;
    let pieces = 0;
    // Asked for rarely: what is counted is what stays, and collecting the rest takes time.
    makeFleet(count, catalogue, () => {
      if (pieces++ % 64 === 0) most = Math.max(most, heap() - before);
    });
    return most;
  });
  const [small, large] = sizes.map((count) => {
    const start = performance.now();
    const bytes = makeFleet(count, catalogue, () => {});
    return { time: performance.now() - start, bytes };
  });
  const mb = (value) => `${(value / 1e6).toFixed(1)} MB`;
  rows.push([
    "fleet, archive of 10,000 nodes",
    seconds(large.time),
    `${mb(large.bytes)}; 1,000 nodes in ${seconds(small.time)}; budget 10 s`,
  ]);
  rows.push([
    "what a fleet keeps meanwhile",
    heaps.map(mb).join(", "),
    "of 1,000 and 10,000 nodes, the table among it; no config stays",
  ]);
}

function searchTime() {
  const queries = ["k", "ku", "kube", "container runtime", "zfs", "no such"];
  const { median, p95 } = timed(() =>
    queries.forEach((query) => kindling.searchExtensions(query)),
  );
  rows.push([
    "catalogue search, one key",
    `${ms(median / queries.length)} (p95 ${ms(p95 / queries.length)})`,
    `${kindling.extensions.length} extensions; budget 16 ms`,
  ]);
}

function pageSize() {
  const bytes = firstLoad(root);
  const kb = (value) => `${(value / 1000).toFixed(0)} KB`;
  rows.push([
    "first-load JavaScript, gzip",
    bytes === undefined ? "not built: npm run build" : kb(bytes),
    bytes === undefined
      ? ""
      : `${kb(bytes - emptyPage)} above an empty Next page (${kb(emptyPage)}); budget 65 KB`,
  ]);
}

function linkLengths() {
  const sum = { link: 0, other: 0 };
  for (const { name, json, link, other } of kindling.links) {
    sum.link += link;
    sum.other += other;
    rows.push([
      `link, ${name}`,
      `${link} characters`,
      `lz-string ${other}; as JSON ${json}`,
    ]);
  }
  rows.push([
    "links, all of them",
    `${sum.link} characters`,
    `${Math.round((100 * sum.link) / sum.other)} % of lz-string's ${sum.other}; budget 50 %`,
  ]);
}

/** What packing with gzip makes of the starting points, and of one that is too big for the smallest of the large clouds. */
function packedSizes() {
  const bytesOf = (preset, handOver) =>
    kindling.userDataOf({
      ...preset,
      target: { ...preset.target, platform: "aws", handOver },
    }).bytes;
  const text = documentOf(300).replace(/^(variant|version):.*\n/gm, "");
  const [, first] = kindling.presets[0];
  const large = { ...first, rest: { text, whole: false } };
  const named = [...kindling.presets, ["300 lines more", large]];
  const sums = named.map(([title, preset]) => ({
    title,
    whole: bytesOf(preset),
    packed: bytesOf(preset, "wrapped"),
  }));
  const sum = (key) => sums.reduce((all, one) => all + one[key], 0);
  const last = sums.at(-1);
  rows.push([
    "packed with gzip, of the config",
    `${Math.round((100 * sum("packed")) / sum("whole"))} %`,
    `${sums.length - 1} starting points and one with ${last.title}: ${last.whole.toLocaleString("en")} to ${last.packed.toLocaleString("en")} bytes`,
  ]);
}

transpileTimes();
transpileMemory();
pipelineTime();
fleetTime();
searchTime();
packedSizes();
pageSize();
linkLengths();

console.log(
  `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}. Times are medians after warm-up.\n`,
);
const table = [["what", "measured", "beside"], ...rows];
const widths = [0, 1, 2].map((column) =>
  Math.max(...table.map((row) => row[column].length)),
);
const line = (row) =>
  `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
const [head, ...body] = table.map(line);
console.log(
  [head, line(widths.map((width) => "-".repeat(width))), ...body].join("\n"),
);
