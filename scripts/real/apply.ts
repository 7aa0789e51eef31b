import { accountFaults } from "./accounts";
import { differences } from "./compare";
import { diskNodes } from "./disk-nodes";
import { tryDrives } from "./drives";
import { presetFaults } from "./enabled";
import { tryFaults } from "./faults";
import { tryHandOver } from "./handed";
import {
  exampleNodes,
  extensionNodes,
  fullNode,
  outcomeOf,
  randomNodes,
  type Node,
} from "./nodes";
import { forEach, isRoot, isThere, programAt } from "./programs";
import type { Setting, Tally, Tier } from "./tally";
import { Workshop, type Applied } from "./workshop";

const randomCount = 60;
const seed = 11;

/** Tier 2: the real engine writes the tree that was predicted, with what it fetched checked. */
export function applyTier(setting: Setting): Tier {
  return {
    title: "apply",
    needs: "Debian's Ignition, useradd and squashfs-tools, as root",
    lacks: () => cannotApply(setting),
    async run(tally) {
      const workshop = await Workshop.open(setting, "apply");
      try {
        await forEach(nodesOf(setting), 2, (node) =>
          tryNode(node, setting, workshop, tally),
        );
        if (setting.node === "") {
          await tryFaults(setting, workshop, tally);
          await tryHandOver(setting, workshop, tally);
          tryDrives(setting, tally);
        }
      } finally {
        workshop.close();
      }
    },
  };
}

/** Why configs cannot be applied here; `null` where they can. */
export function cannotApply({ ignition }: Setting): string | null {
  if (!ignition) return "there is no Ignition here";
  if (!isRoot()) return "files of other owners need root";
  if (!isThere("useradd", "passwd")) return "there is no useradd";
  return isThere("mksquashfs", "squashfs-tools")
    ? null
    : "there is no mksquashfs";
}

function nodesOf({ root, catalogue, node }: Setting): Node[] {
  return [
    ...exampleNodes(),
    ...extensionNodes(catalogue),
    fullNode(root),
    ...diskNodes(),
    ...randomNodes(randomCount, seed),
  ].filter(({ name }) => name.includes(node));
}

/** Nodes that are made to be run, as far as they have images. */
export function nodesWithExtensions(setting: Setting): Node[] {
  return [...exampleNodes(), ...extensionNodes(setting.catalogue)].filter(
    ({ name }) => name.includes(setting.node),
  );
}

async function tryNode(
  { name, preset }: Node,
  { catalogue }: Setting,
  workshop: Workshop,
  tally: Tally,
): Promise<void> {
  const { compact, problems } = outcomeOf(preset, catalogue);
  if (compact === null) return tally.check(name, "does not compose");
  const applied = await workshop.apply(compact);
  if (applied.failed === null) {
    tally.check(`${name} is applied`, null);
    checkTree(name, applied, tally);
  } else {
    const code = refusals.find(([words]) => words.test(applied.failed!))?.[1];
    const wasSaid = problems.some((problem) => problem.code === code);
    tally.check(
      `${name} is applied, or was said to fail`,
      wasSaid ? null : applied.failed,
    );
  }
  workshop.drop(applied);
}

/** Why a config that is right in itself is refused by a node, and which check tells of it before. */
const refusals: readonly [words: RegExp, code: string][] = [
  [/useradd: group '.*' does not exist/, "group-missing"],
  [/failed to create link ".*": link .*no such file/, "hard-link-target"],
  [/failed to set SSH key: .*permission denied/, "keys-without-home"],
];

/** Compares a tree with what was predicted, and its accounts with what was asked for. */
export function checkTree(name: string, applied: Applied, tally: Tally): void {
  const { predicted, root, local, before } = applied;
  const wrong = differences(predicted, root, local.bodies, before);
  tally.check(`${name} has the tree that was predicted`, told(wrong));
  // After the tree was compared, because this makes links in it.
  if (programAt("systemctl"))
    tally.check(
      `${name} has its units on and off`,
      told(presetFaults(predicted, root)),
    );
  const faults = accountFaults(local.config, root);
  tally.check(`${name} has its accounts`, told(faults));
}

function told(list: readonly string[]): string | null {
  if (list.length === 0) return null;
  const more = list.length > 3 ? `, and ${list.length - 3} more` : "";
  return `${list.slice(0, 3).join("; ")}${more}`;
}
