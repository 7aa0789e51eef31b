import type { Random } from "./random";

/** Breaks a document, or writes the same in another way: one or two small changes. */
export function mutate(text: string, random: Random): string {
  const lines = text.split("\n");
  for (let count = 1 + random.below(2); count > 0; count -= 1) {
    random.pick(changes)(lines, random.below(lines.length), random);
  }
  return lines.join("\n");
}

type Change = (lines: string[], index: number, random: Random) => void;

/** A change of one line's text. */
function inLine(change: (line: string, random: Random) => string): Change {
  return (lines, index, random) => {
    lines[index] = change(lines[index] ?? "", random);
  };
}

const scalars = [
  ...'null|~|[]|{}|foo|5|true|-0|1.5|yes|.inf|0x1F|1e3|08|+5|.5|"x"|'.split(
    "|",
  ),
  ..."1_000|0o17|0b11|2001-01-01|''|*a|&b y|<<|-|?|[a|%|@|`x`|>-".split("|"),
  ...["|", "!foo x", "!!int 5", "!!int x", "!!str 5", "!!binary aGk="],
];

const insertions = [
  "foo: 1",
  "<<: {path: /x}",
  "<<: *a",
  "<<: [*a]",
  "# c",
  "- null",
  "? a",
  "- *a",
  "contents: *a",
];

const changes: readonly Change[] = [
  // A line cut, said twice, or in another place.
  (lines, index) => lines.splice(index, 1),
  (lines, index) => lines.splice(index, 0, lines[index] ?? ""),
  (lines, index, random) => {
    const other = random.below(lines.length);
    [lines[index], lines[other]] = [lines[other] ?? "", lines[index] ?? ""];
  },
  inLine((line, random) => line.slice(0, random.below(line.length + 1))),
  // Another indent.
  inLine((line) => ` ${line}`),
  inLine((line) => line.replace(/^ /, "")),
  inLine((line, random) =>
    line.replace(/^ *(?=\S)/, `$&${random.pick(["  ", "\t", "- "])}`),
  ),
  inLine((line) => line.replace("- ", "-")),
  // A key misspelt.
  inLine((line, random) =>
    line.replace(/\w(?=:)/, random.pick(["x", "", "_", "$&$&"])),
  ),
  // Another value.
  inLine((line, random) =>
    line.replace(/: .*/, () => `: ${random.pick(scalars)}`),
  ),
  inLine((line, random) => {
    const opening = random.pick(["'", '"', "[", "{", "*", "!", "|", "> "]);
    return line.replace(/: (?=\S)/, () => `: ${opening}`);
  }),
  inLine(
    (line, random) =>
      line + random.pick([" # c", " x", ":", " #", "\t", "\r", " &a"]),
  ),
  inLine((line, random) => {
    const letters = ["é", "😀", "\t", "\u00a0", "\u2028", "\u0007", "\ufeff"];
    const at = random.below(line.length + 1);
    return line.slice(0, at) + random.pick(letters) + line.slice(at);
  }),
  // Anchors and aliases.
  inLine((line) => line.replace(/: ?/, ": &a ")),
  inLine((line) => line.replace(/:(?: .*|$)/, ": *a ")),
  inLine((line, random) =>
    line.replace("- ", random.pick(["- - ", "-   ", "- &a ", "- !!map "])),
  ),
  (lines, index, random) => {
    const indent = /^ */.exec(lines[index] ?? "")?.[0] ?? "";
    lines.splice(index, 0, indent + random.pick(insertions));
  },
  (lines, index, random) => {
    const marks = ["---", "...", "%YAML 1.1", "", '"a": b', "? x\n: y"];
    lines.splice(index, 0, random.pick(marks));
  },
  // Another spec.
  (lines, _, random) => {
    const at = lines.findIndex((line) => line.startsWith("version:"));
    const versions = ["1.0.0", "1.1.0", "1.3.0", "1.5.0", "4.14.0", "1.9.0"];
    if (at >= 0) lines[at] = `version: ${random.pick(versions)}`;
  },
];
