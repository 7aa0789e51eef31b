import { isatty } from "node:tty";
import type { Catalogue, Range } from "@/lib/butane";
import { fleetFiles } from "@/lib/fleet/files";
import {
  Gathering,
  type Gathered,
  type GatheredProblem,
} from "@/lib/fleet/gather";
import { fleetNodes, type FleetNode } from "@/lib/fleet/nodes";
import {
  isBlocked,
  planFleet,
  type FleetPlan,
  type FleetProblem,
  type Role,
} from "@/lib/fleet/plan";
import { zipped } from "@/lib/fleet/zip";
import catalogue from "@/public/catalogue.json";
import { defineCommand, strictFlag, type Status } from "../command";
import { UsageError, type Parsed, type Values } from "../flags";
import { readInput, say, writePieces } from "../io";
import { onPlatform, platformFor } from "../platform-flag";
import { openPreset } from "../preset-input";
import { formatProblems, type Shown } from "../report";
import { missingSecrets, worst } from "../shown";
import { reportFlags, styleFor, type TerminalStyle } from "../terminal";

const flags = {
  check: { short: "c", help: "only say what is wrong, write nothing" },
  "keep-going": {
    short: "k",
    help: "leave out the nodes with an error and write the others",
  },
  platform: {
    short: "u",
    value: "PLATFORM",
    help: "platform of all nodes, whatever their presets say",
  },
  strict: strictFlag,
  output: {
    short: "o",
    value: "FILE",
    help: "archive to write instead of standard output",
  },
  ...reportFlags,
} as const;

export const fleetCommand = defineCommand({
  name: "fleet",
  summary: "Make a config for every node of a table.",
  words: "[options] TABLE [ROLE=]PRESET...",
  details: `TABLE is CSV with commas, semicolons or tabs, or - for standard input. Its first
line names the variables: {{host}} in any text of the preset is exchanged for
the value in the column host. The column name names a node, the column role
chooses its preset: worker=worker.json is the one for worker. A cell without
anything is an error, and "" is empty on purpose. Where the braces are meant as
they stand, the preset has \\{{host}}.

The archive is a zip with a folder for every node, fleet.tf.json for
Terraform's for_each, SHA256SUMS and manifest.json. In local.fleet, user_data
is the file that a platform's Terraform attribute is made of; on VMware
extra_config has the settings themselves.
`,
  flags,
  run,
});

async function run({ values, words }: Parsed<typeof flags>): Promise<Status> {
  const [file, ...presets] = words;
  if (file === undefined || presets.length === 0)
    throw new UsageError("a table and a preset are needed");
  const platform = platformFor(values.platform);
  if (!values.check && values.output === "" && isatty(1))
    throw new UsageError(
      "a terminal cannot show an archive: --output says where to write it",
    );
  if (words.filter((word) => /^(?:.*=)?-$/s.test(word)).length > 1)
    throw new UsageError("standard input can be read once only");
  const style = styleFor(2, values);
  const { roles, incomplete } = await readRoles(presets, platform, style);
  const table = await readInput(file);
  const plan = planFleet(roles, table.text);
  // A row may hold passwords, and what a terminal shows ends up in logs: only the heading is shown.
  const [heading = ""] = table.text.split(/[\r\n]/, 1);
  const tell = (shown: readonly Shown[]) =>
    say(formatProblems(shown, { ...style, file: table.name, text: heading }));
  const ofTable = plan.problems.map(shownOfTable);
  if (isBlocked(plan)) {
    tell(ofTable);
    say("Nothing was written: the table does not fit\n");
    return 1;
  }
  const made = make(plan, values, incomplete);
  const { problems } = made.gathering.result();
  const shown = [
    ...ofTable,
    ...problems.map((one) => shownOfNodes(one, roles)),
  ];
  tell(shown);
  say(made.summary());
  const wrong = worst(shown) ?? (incomplete ? "warning" : null);
  return made.nothing ||
    (wrong === "error" && !values["keep-going"]) ||
    (wrong && values.strict)
    ? 1
    : 0;
}

type Wishes = Values<typeof flags>;

/** Makes the nodes and, where that is asked for and nothing speaks against it, their archive. */
function make(plan: FleetPlan, wishes: Wishes, incomplete: boolean) {
  const gathering = new Gathering();
  const progress = new Progress(plan.nodes.length);
  const nodes = watched(fleetNodes(plan, catalogue as Catalogue), (node) => {
    gathering.add(node);
    progress.step();
  });
  const fine = () => {
    const { made, leftOut, problems } = gathering.result();
    const warned =
      incomplete ||
      problems.length > 0 ||
      plan.problems.some(({ kind }) => kind !== "info");
    if (wishes.strict && warned) return false;
    return made > 0 && (leftOut === 0 || wishes["keep-going"]);
  };
  if (wishes.check) for (const _ of nodes);
  const written =
    !wishes.check &&
    writePieces(wishes.output, zipped(fleetFiles(nodes)), fine);
  progress.end();
  const summary = () => {
    const { made, leftOut } = gathering.result();
    const left = leftOut > 0 ? `, ${leftOut} with errors` : "";
    if (wishes.check)
      return `${made} of ${plan.nodes.length} nodes are fine${left}\n`;
    return written
      ? `${made} of ${plan.nodes.length} nodes were written${left}\n`
      : `Nothing was written: ${whyNot(gathering.result(), plan, wishes)}\n`;
  };
  const nothing = gathering.result().made === 0;
  return { gathering, nothing, summary };
}

function whyNot(
  { made, leftOut }: Gathered,
  plan: FleetPlan,
  wishes: Wishes,
): string {
  if (made === 0) return "every node has an error";
  if (leftOut > 0 && !wishes["keep-going"])
    return `${leftOut} of ${plan.nodes.length} nodes have errors, and --keep-going was not specified`;
  return `there are ${leftOut > 0 ? "errors" : "warnings"} and --strict was specified`;
}

function* watched(
  nodes: Iterable<FleetNode>,
  see: (node: FleetNode) => void,
): Generator<FleetNode> {
  for (const node of nodes) {
    see(node);
    yield node;
  }
}

/** A line that counts, for somebody who waits at a terminal. */
class Progress {
  private done = 0;
  private told = performance.now();
  private shown = false;

  constructor(private readonly all: number) {}

  step(): void {
    this.done++;
    if (performance.now() - this.told < 500 || !isatty(2)) return;
    this.told = performance.now();
    this.shown = true;
    say(`\r${this.done} of ${this.all} nodes`);
  }

  end(): void {
    if (this.shown) say("\r\u001b[K");
  }
}

interface ReadRoles {
  readonly roles: readonly Role[];
  /** Whether a link was made without its secrets. */
  readonly incomplete: boolean;
}

/** Reads what stands behind the table, and says which secrets its links were made without. */
async function readRoles(
  words: readonly string[],
  platform: string,
  style: TerminalStyle,
): Promise<ReadRoles> {
  const roles: Role[] = [];
  let incomplete = false;
  for (const word of words) {
    const [, name = "", given = word] =
      /^([\p{L}\p{N}_][\p{L}\p{N}_.-]*)=(.+)$/su.exec(word) ?? [];
    if (roles.some((one) => one.name === name))
      throw new UsageError(
        name === ""
          ? "one preset only can be without a role"
          : `two presets for the role ${name}`,
      );
    const { input, preset, leftOut } = await openPreset(given, style);
    const place = { file: input.name, text: input.text };
    say(
      formatProblems(missingSecrets(preset, leftOut), { ...style, ...place }),
    );
    if (leftOut.length > 0) incomplete = true;
    roles.push({ name, preset: onPlatform(preset, platform) });
  }
  return { roles, incomplete };
}

function shownOfTable({
  kind,
  sentence,
  line,
  role,
  field,
}: FleetProblem): Shown {
  return {
    kind,
    sentence,
    path: field && fieldOf(field, role ?? ""),
    range: line === undefined ? undefined : wholeLine(line),
  };
}

function shownOfNodes(
  { kind, sentence, why, field, role, count, first }: GatheredProblem,
  roles: readonly Role[],
): Shown {
  const more = count > 1 ? ` (${count - 1} more alike)` : "";
  return {
    kind,
    sentence: `${first.name}: ${sentence}${more}`,
    why,
    path: field && fieldOf(field, roles.length > 1 ? role : ""),
    range: wholeLine(first.line),
  };
}

function fieldOf(field: readonly (string | number)[], role: string): string {
  return `${role === "" ? "" : `${role}: `}${field.join(".")}`;
}

function wholeLine(line: number): Range {
  return {
    start: { line, column: 1, offset: 0 },
    end: { line: line + 1, column: 1, offset: 0 },
  };
}
