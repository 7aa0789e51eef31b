import type { BuiltIn, Extension } from "./extension";
import { catalogued, type ChosenImage, paramsOf } from "./node";
import { compareOsReleases, type OsRelease } from "./os-release";
import {
  brokenConflicts,
  isEmpty,
  type NodeChoice,
  parseWay,
  unmetRequirements,
  type Way,
} from "./rules";

/** How a broken rule is mended. `index` counts in the list of chosen extensions. */
export type RuleFix =
  | { readonly do: "add"; readonly id: string; readonly version?: string }
  | { readonly do: "remove"; readonly index: number }
  | { readonly do: "switch-off"; readonly names: readonly BuiltIn[] }
  | { readonly do: "switch-on"; readonly names: readonly BuiltIn[] }
  | {
      readonly do: "use-version";
      readonly index: number;
      readonly version: string;
    }
  | { readonly do: "stop-updates"; readonly index: number };

/** Something about a choice of extensions that does not work on a node. */
export interface RuleBreak {
  readonly rule:
    | "requirement-missing"
    | "requirement-version"
    | "requirement-updates"
    | "two-kubernetes"
    | "extensions-conflict"
    | "builtin-still-on"
    | "docker-without-containerd"
    | "containerd-config-twice"
    | "extension-too-new";
  /** Where the extension stands in the list; -1 for the built-in ones. */
  readonly index: number;
  readonly id: string;
  /** Ids of the others: any of them would do, or all of them are in the way. */
  readonly others: readonly string[];
  /** The version that has to be. */
  readonly version?: string;
  readonly since?: OsRelease;
  readonly fixes: readonly RuleFix[];
}

const distributions: readonly string[] = ["kubernetes", "k3s", "rke2"];

/** Everything about a choice that does not work, in the order of the choice. `release` is the OS the node starts with. */
export function brokenRules(
  node: NodeChoice,
  release: OsRelease | null = null,
): RuleBreak[] {
  const found = node.chosen.flatMap((chosen, index) => {
    const extension = catalogued(chosen);
    if (!extension) return [];
    return [
      ...requirementBreaks(extension, index, node),
      ...conflictBreaks(extension, index, node),
      ...builtInBreaks(extension, index, node),
      ...containerdBreaks(extension, index, node),
      ...releaseBreaks(extension, index, release),
    ];
  });
  const off = node.builtinOff;
  if (off.includes("containerd") && !off.includes("docker")) {
    found.push({
      rule: "docker-without-containerd",
      index: -1,
      id: "builtin:docker",
      others: ["builtin:containerd"],
      fixes: [{ do: "switch-off", names: ["docker", "containerd"] }],
    });
  }
  return found;
}

function requirementBreaks(
  extension: Extension,
  index: number,
  node: NodeChoice,
): RuleBreak[] {
  const found = unmetRequirements(extension, node).map((item): RuleBreak => {
    const ways = item.split("|").map(parseWay);
    const wrong = ways.find(({ id }) => indexOf(id, node) >= 0);
    return {
      rule: wrong ? "requirement-version" : "requirement-missing",
      index,
      id: extension.id,
      others: ways.map(({ id }) => id),
      ...(ways[0]?.version === undefined ? {} : { version: ways[0].version }),
      fixes: ways.flatMap((way) => fixForWay(way, node)),
    };
  });
  // An exact version that is there now, and would be gone after the first update.
  for (const { id, version } of extension.requires.map(parseWay)) {
    const other = indexOf(id, node);
    if (version === undefined || node.chosen[other]?.version !== version) {
      continue;
    }
    if (node.chosen[other].updates === "none") continue;
    found.push({
      rule: "requirement-updates",
      index: other,
      id,
      others: [extension.id],
      version,
      fixes: [{ do: "stop-updates", index: other }],
    });
  }
  return found;
}

function conflictBreaks(
  extension: Extension,
  index: number,
  node: NodeChoice,
): RuleBreak[] {
  return brokenConflicts(extension, node).flatMap((id): RuleBreak[] => {
    const other = indexOf(id, node);
    // Told once per pair, at the later of the two: it is the one that somebody has just added.
    if (other < 0 || other >= index) return [];
    const both =
      distributions.includes(id) && distributions.includes(extension.id);
    return [
      {
        rule: both ? "two-kubernetes" : "extensions-conflict",
        index,
        id: extension.id,
        others: [id],
        fixes: [
          { do: "remove", index },
          { do: "remove", index: other },
        ],
      },
    ];
  });
}

function builtInBreaks(
  extension: Extension,
  index: number,
  node: NodeChoice,
): RuleBreak[] {
  const on = extension.conflicts.filter(
    (id) =>
      id.startsWith("builtin:") &&
      !node.builtinOff.includes(id.slice("builtin:".length) as BuiltIn),
  );
  if (on.length === 0) return [];
  return [
    {
      rule: "builtin-still-on",
      index,
      id: extension.id,
      others: on,
      fixes: [{ do: "switch-off", names: ["docker", "containerd"] }],
    },
  ];
}

/** The NVIDIA runtime points containerd at a file of its own; only one configuration is read. */
function containerdBreaks(
  extension: Extension,
  index: number,
  node: NodeChoice,
): RuleBreak[] {
  if (extension.id !== "nvidia-runtime") return [];
  const others = node.chosen.filter(writesContainerdConfig).map(({ id }) => id);
  if (others.length === 0) return [];
  return [
    {
      rule: "containerd-config-twice",
      index,
      id: extension.id,
      others,
      fixes: [],
    },
  ];
}

function writesContainerdConfig(chosen: ChosenImage): boolean {
  const extension = catalogued(chosen);
  if (!extension) return false;
  const params = paramsOf(extension, chosen);
  return (
    extension.id === "overlaybd" ||
    (extension.id === "kata-containers" && params.runtimeStanza === true) ||
    (extension.id === "containerd" &&
      (!isEmpty(params.customConfig ?? "") || chosen.version.startsWith("1.")))
  );
}

function releaseBreaks(
  extension: Extension,
  index: number,
  release: OsRelease | null,
): RuleBreak[] {
  const { since } = extension;
  if (!since || !release || compareOsReleases(release, since) >= 0) return [];
  return [
    {
      rule: "extension-too-new",
      index,
      id: extension.id,
      others: [],
      since,
      fixes: [{ do: "remove", index }],
    },
  ];
}

function fixForWay({ id, version }: Way, node: NodeChoice): RuleFix[] {
  const index = indexOf(id, node);
  if (index >= 0) {
    return version === undefined ? [] : [{ do: "use-version", index, version }];
  }
  if (id === "builtin:docker") {
    return [{ do: "switch-on", names: ["docker", "containerd"] }];
  }
  if (id === "builtin:containerd") {
    return [{ do: "switch-on", names: ["containerd"] }];
  }
  return [{ do: "add", id, ...(version === undefined ? {} : { version }) }];
}

function indexOf(id: string, node: NodeChoice): number {
  return node.chosen.findIndex((each) => each.id === id);
}
