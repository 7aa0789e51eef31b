import {
  butaneTexts,
  compare,
  planOf,
  planText,
  resetSteps,
  topics,
  type Comparison,
  type Plan,
  type Topic,
} from "@/lib/compare";
import { compareLines, linesOf } from "@/lib/lines";
import type { Preset } from "@/lib/preset";
import { defineCommand, type Status } from "../command";
import { UsageError, type Parsed } from "../flags";
import { writeOutput } from "../io";
import { readNode } from "../preset-input";
import { visible } from "../report";
import { reportFlags, styleFor } from "../terminal";

const flags = {
  text: { short: "t", help: "compare the Butane texts line by line" },
  commands: {
    short: "c",
    help: "only the commands for a running node",
  },
  "exit-code": { help: "end with 1 where the two differ" },
  ...reportFlags,
} as const;

export const diffCommand = defineCommand({
  name: "diff",
  summary:
    "Say what is different between two nodes, and what it takes on a running one.",
  words: "[options] FROM TO",
  details:
    "FROM and TO are presets, share links, Butane documents, Ignition configs or\ncloud-configs; one of them may be - for standard input. Secrets and logins in\naddresses are never shown.\n",
  flags,
  run,
});

async function run({ values, words }: Parsed<typeof flags>): Promise<Status> {
  const [from, to, ...more] = words;
  if (from === undefined || to === undefined || more.length > 0)
    throw new UsageError("two nodes: FROM and TO");
  if (from === "-" && to === "-")
    throw new UsageError("standard input can be one of the two only");
  if (values.text && values.commands)
    throw new UsageError("--text and --commands exclude each other");
  const [before, after] = [
    await readNode(from, "compare"),
    await readNode(to, "compare"),
  ];
  const { color } = styleFor(1, values);
  const comparison = compare(before, after);
  const text = visible(
    values.text
      ? unified(before, after)
      : values.commands
        ? planText(planOf(comparison))
        : meaning(comparison),
  );
  writeOutput("", color ? text.replace(/^.+$/gm, painted) : text);
  return values["exit-code"] && comparison.differences.length > 0 ? 1 : 0;
}

const signs = { added: "+", removed: "-", changed: "~" } as const;

function meaning(comparison: Comparison): string {
  const { differences, broken } = comparison;
  if (differences.length === 0) return "No difference\n";
  const plan = planOf(comparison);
  const lines = [
    ...broken.map(
      ({ side, errors }) =>
        `! ${side === "before" ? "FROM" : "TO"} makes no Ignition config (${errors} ${errors === 1 ? "error" : "errors"}); what follows from it is not compared`,
    ),
    ...(Object.keys(topics) as Topic[]).flatMap((topic) =>
      linesAbout(topic, differences),
    ),
    "",
    ...setUpAnew(plan),
    ...(plan.phases.length > 0
      ? ["On a running node", "", planText(plan)]
      : []),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

function linesAbout(
  topic: Topic,
  differences: Comparison["differences"],
): string[] {
  const mine = differences.filter((one) => one.topic === topic);
  if (mine.length === 0) return [];
  return [
    topics[topic],
    ...mine.flatMap(({ kind, sentence, details }) => [
      `  ${signs[kind]} ${sentence}`,
      ...details.map((detail) => `      ${detail}`),
    ]),
  ];
}

/** What a running node cannot be given, and how the same machine is set up anew. */
function setUpAnew({ reprovision, sameMachine }: Plan): string[] {
  if (reprovision.length === 0) return [];
  const steps = sameMachine ? resetSteps : [];
  return [
    "Only a node that is set up anew has this",
    ...reprovision.map(({ sentence, why }) => `  ${sentence}: ${why}`),
    ...steps.flatMap(({ say, command = "" }) => [
      `  # ${say}`,
      ...command
        .split("\n")
        .filter(Boolean)
        .map((line) => `  ${line}`),
    ]),
    "",
  ];
}

/** Every line, with those that changed marked; three around them, as other programs do it. */
function unified(before: Preset, after: Preset): string {
  const texts = butaneTexts(before, after);
  const [old, now] = [linesOf(texts.before), linesOf(texts.after)];
  const lines = compareLines(old, now);
  const near = lines.map(() => false);
  lines.forEach(({ kind }, at) => {
    if (kind === "same") return;
    near.fill(true, Math.max(0, at - 3), at + 4);
  });
  const out: string[] = [];
  lines.forEach((line, at) => {
    if (!near[at]) return;
    if (!near[at - 1]) {
      const where = [line, ...lines.slice(at)];
      const first = (key: "before" | "after") =>
        where.flatMap((one) =>
          key in one ? [one[key as never] as number] : [],
        )[0];
      out.push(
        `@@ -${(first("before") ?? old.length - 1) + 1} +${(first("after") ?? now.length - 1) + 1} @@`,
      );
    }
    out.push(
      line.kind === "same"
        ? ` ${now[line.after]}`
        : line.kind === "removed"
          ? `-${old[line.before]}`
          : `+${now[line.after]}`,
    );
  });
  return out.length > 0 ? `${out.join("\n")}\n` : "";
}

/** A line in the colour of its sign. */
function painted(line: string): string {
  const [, sign] = /^ {0,2}([+~!@-])/.exec(line) ?? [];
  const paint = sign && { "+": 32, "-": 31, "~": 33, "!": 33, "@": 36 }[sign];
  return paint ? `\u001b[${paint}m${line}\u001b[0m` : line;
}
