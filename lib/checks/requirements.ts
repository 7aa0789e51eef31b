import { extensionById, isPresent, type Path } from "@/lib/butane";
import { nodeExtensions } from "@/lib/preset/node-extensions";
import type { Preset } from "@/lib/preset/preset";
import type { Check, Finding, Fix } from "./check";
import { chosenOf, type Chosen } from "./extensions";

/** What an image cannot do without: each item must hold, `a|b` is any one of them. */
export const requirements: Check = ({ preset, catalogue }) =>
  chosenOf(preset).flatMap((one) =>
    (one.extension?.requires ?? [])
      .filter((item) => !item.split("|").some((way) => holds(way, preset)))
      .map((item): Finding => {
        const ways = item.split("|");
        const fix = fixFor(ways, preset, catalogue.releases);
        return {
          kind: "error",
          code: "requirement-missing",
          sentence: `${one.title} needs ${ways.map(titleOf).join(" or ")}: without it, what it ships does not work on this node.`,
          field: one.at(),
          ...(fix ? { fix } : {}),
        };
      }),
  );

const distributions: readonly string[] = ["kubernetes", "k3s", "rke2"];

/** What cannot be on one node together; the built-in Docker and containerd have a check of their own. */
export const conflicts: Check = ({ preset }) => {
  const told = new Set<string>();
  return chosenOf(preset).flatMap((one) =>
    (one.extension?.conflicts ?? []).flatMap((item): Finding[] => {
      const other = chosenOf(preset).find(
        ({ chosen }) => chosen.id === item && !chosen.own,
      );
      const pair = [one.chosen.id, item].sort().join(" ");
      if (!other || told.has(pair)) return [];
      told.add(pair);
      // The later of the two is the one that somebody has just added.
      const [first, second] =
        one.index < other.index ? [one, other] : [other, one];
      const both =
        distributions.includes(first.chosen.id) &&
        distributions.includes(second.chosen.id);
      return [
        {
          kind: "error",
          code: both ? "two-kubernetes" : "extensions-conflict",
          sentence: both
            ? `${first.title} and ${second.title} are both a Kubernetes: they bring the same programs and want the same ports, so one node has one of them.`
            : `${first.title} and ${second.title} bring the same files: which of them is seen on the node is chance.`,
          field: second.at(),
          fix: without(second, preset),
        },
      ];
    }),
  );
};

/** Whether an item holds: `docker`, `wasmedge@0.14.1`, `builtin:docker`, `flatcar:nvidia`. */
function holds(item: string, preset: Preset): boolean {
  const [name = "", version] = item.split("@");
  const id = name.replace(/^flatcar:/, "");
  if (!isPresent(nodeExtensions(preset), id)) return false;
  return (
    version === undefined ||
    preset.extensions.chosen.some(
      (one) => one.id === id && one.version === version,
    )
  );
}

function titleOf(item: string): string {
  const [name = "", version] = item.split("@");
  const builtin = /^builtin:(\w+)$/.exec(name)?.[1];
  if (builtin) return `the built-in ${builtin}`;
  const title = extensionById(name.replace(/^flatcar:/, ""))?.title ?? name;
  return version === undefined ? title : `${title} ${version}`;
}

/** Adds the first way that can simply be added; a built-in is switched on again. */
function fixFor(
  ways: readonly string[],
  preset: Preset,
  releases: Readonly<
    Record<
      string,
      readonly { readonly version: string; readonly hashes?: unknown }[]
    >
  >,
): Fix | undefined {
  const builtin = ways.find((way) => way.startsWith("builtin:"));
  const path: Path = ["extensions", "builtinOff"];
  if (
    builtin &&
    preset.extensions.builtinOff.length > 0 &&
    !replacesBuiltin(preset)
  )
    return {
      label: `Switch ${titleOf(builtin)} on`,
      edits: [{ path, value: [] }],
    };
  for (const way of ways) {
    const [name = "", wanted] = way.split("@");
    const id = name.replace(/^flatcar:/, "");
    const extension = extensionById(id);
    if (!extension || extension.kind === "builtin") continue;
    const index = preset.extensions.chosen.findIndex((one) => one.id === id);
    if (index >= 0 && wanted !== undefined) {
      return {
        label: `Use ${extension.title} ${wanted}`,
        edits: [
          { path: ["extensions", "chosen", index, "version"], value: wanted },
          { path: ["extensions", "chosen", index, "hash"], value: "" },
        ],
      };
    }
    const version =
      extension.kind === "flatcar"
        ? ""
        : (wanted ?? releases[id]?.[0]?.version);
    if (version === undefined) continue;
    const added = {
      id,
      version,
      hash: "",
      updates: wanted === undefined ? extension.updates : "none",
      activation: extension.activation,
      keep: extension.keep ?? 3,
      params: {},
    };
    return {
      label: `Add ${extension.title}`,
      edits: [
        {
          path: ["extensions", "chosen"],
          value: [...preset.extensions.chosen, added],
        },
      ],
    };
  }
  return undefined;
}

function replacesBuiltin(preset: Preset): boolean {
  return preset.extensions.chosen.some(
    ({ id, own }) =>
      !own &&
      extensionById(id)?.conflicts.some((item) => item.startsWith("builtin:")),
  );
}

function without({ index, title }: Chosen, preset: Preset): Fix {
  return {
    label: `Remove ${title}`,
    edits: [
      {
        path: ["extensions", "chosen"],
        value: preset.extensions.chosen.filter((_, other) => other !== index),
      },
    ],
  };
}
