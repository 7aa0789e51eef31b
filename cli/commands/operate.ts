import {
  dayTwo,
  minorUpgrade,
  upgradeGuide,
  whyNoUpgrade,
  type Catalogue,
  type VerifyCommand,
} from "@/lib/butane";
import type { Preset } from "@/lib/preset";
import { nodeExtensions } from "@/lib/preset/node-extensions";
import catalogue from "@/public/catalogue.json";
import { defineCommand, type Status } from "../command";
import type { Parsed } from "../flags";
import { Refusal, writeOutput } from "../io";
import { readNode } from "../preset-input";
import { visible } from "../report";

const flags = {
  extension: {
    short: "e",
    value: "ID",
    help: "only this extension of the node",
  },
  to: {
    short: "t",
    value: "SERIES",
    help: "plan the way to a newer minor version, such as v1.36: kubernetes, k3s or rke2",
  },
} as const;

export const operateCommand = defineCommand({
  name: "operate",
  summary:
    "Print the commands that update, hold and roll back the extensions of a node that runs.",
  words: "[options] [FILE]",
  details:
    "FILE is a preset, a share link, a Butane document, an Ignition config, or - for\nstandard input. What is printed are lines for a shell, with a comment before each.\n",
  flags,
  oneOf: "file",
  run,
});

async function run({ values, words }: Parsed<typeof flags>): Promise<Status> {
  const preset = await readNode(words[0], "read");
  const text = values.to
    ? upgrade(preset, values.extension, values.to)
    : everything(preset, values.extension);
  writeOutput("", visible(text));
  return 0;
}

function everything(preset: Preset, only: string): string {
  const node = nodeExtensions(preset);
  const chosen = node.chosen.filter(({ id }) => only === "" || id === only);
  if (chosen.length === 0)
    throw new Refusal(
      only === ""
        ? "This node has no extensions."
        : `This node has no extension ${only}.`,
    );
  return chosen
    .map((one) => {
      const parts = dayTwo(node, one);
      return [
        // Whatever the name is, it stays within its comment.
        `### ${one.id.replace(/\s+/g, " ")}\n`,
        ...(parts.length === 0
          ? ["# Its name is none that could stand in a command.\n"]
          : parts.map(({ title, commands, notes }) =>
              block(title, commands, notes),
            )),
      ].join("\n");
    })
    .join("\n");
}

function upgrade(preset: Preset, only: string, to: string): string {
  const node = nodeExtensions(preset);
  const chosen = node.chosen.find(
    (one) => upgradeGuide(one) && !one.own && (only === "" || one.id === only),
  );
  if (!chosen)
    throw new Refusal(
      only === ""
        ? "This node has no kubernetes, k3s or rke2."
        : `This node has no ${only}, or it needs no plan: an update is enough.`,
    );
  const plan = minorUpgrade(node, chosen, to, catalogue as Catalogue);
  if (!plan.ok) throw new Refusal(whyNoUpgrade(plan.why, chosen.id));
  const before = [
    `The order is that of ${upgradeGuide(chosen)}`,
    "That the images can be exchanged in between like this is not verified on a cluster.",
  ];
  return [
    ...before.map((line) => `# ${line}\n`),
    ...plan.hops.map(
      ({ from, to: next, parts }) =>
        `\n### ${from} to ${next}\n${parts
          .map(
            ({ title, blocks }) =>
              `\n${blocks.map(({ where, commands }) => block(`${title}: ${where === "node" ? "on the node" : "with kubectl"}`, commands, [])).join("\n")}`,
          )
          .join("")}`,
    ),
  ].join("");
}

function block(
  title: string,
  commands: readonly VerifyCommand[],
  notes: readonly string[],
): string {
  const lines = [
    `## ${title}`,
    ...notes.map((note) => `# ${note}`),
    ...commands.flatMap(({ command, shows }) =>
      shows === "" ? [command] : [`# ${shows}`, command],
    ),
  ];
  return `${lines.join("\n")}\n`;
}
