import {
  brokenRules,
  extensionById,
  formatOsRelease,
  type Catalogue,
  type RuleBreak,
  type RuleFix,
} from "@/lib/butane";
import { chooseExtension } from "@/lib/preset/choose";
import { nodeExtensions } from "@/lib/preset/node-extensions";
import { releaseName, releaseOf } from "@/lib/preset/os-release";
import type { Preset } from "@/lib/preset/preset";
import type { Check, Finding, Fix } from "./check";

/** What an extension needs, and what it cannot be beside. */
export const choice: Check = ({ preset, catalogue }) =>
  brokenRules(nodeExtensions(preset), releaseOf(preset)).map(
    (broken): Finding => {
      const fix = broken.fixes
        .map((one) => fixOf(one, preset, catalogue))
        .find((one) => one !== undefined);
      return {
        kind: "error",
        code: broken.rule,
        ...told(broken, preset),
        field:
          broken.index < 0
            ? ["extensions", "builtinOff"]
            : ["extensions", "chosen", broken.index],
        ...(fix ? { fix } : {}),
      };
    },
  );

function told(
  broken: RuleBreak,
  preset: Preset,
): Pick<Finding, "sentence" | "why"> {
  const title = titleOf(broken.id);
  const others = broken.others.map(titleOf);
  switch (broken.rule) {
    case "requirement-missing":
      return {
        sentence: `${title} needs ${either(others)}${version(broken)}: without it, what it ships does not work on this node.`,
      };
    case "requirement-version":
      return {
        sentence: `${title} works with ${either(others)}${version(broken)} only, and this node has another version.`,
      };
    case "requirement-updates":
      return {
        sentence: `${others.join(" and ")} works with ${title}${version(broken)} only, and updates would replace it.`,
      };
    case "two-kubernetes":
      return {
        sentence: `${title} and ${others.join(" and ")} are both a Kubernetes: they bring the same programs and want the same ports, so a node has one of them.`,
      };
    case "extensions-conflict":
      return {
        sentence: `${title} and ${others.join(" and ")} bring the same files: which of them is seen on the node is chance.`,
      };
    case "builtin-still-on":
      return {
        sentence: `${title} brings the same programs as Flatcar's ${others.join(" and ")}, still on: which of the two versions runs is chance.`,
      };
    case "docker-without-containerd":
      return {
        sentence:
          "The built-in Docker needs the built-in containerd, which is off: docker.service does not start.",
      };
    case "containerd-config-twice":
      return {
        sentence: `${title} and ${others.join(" and ")} each bring a configuration for containerd, which reads one: the other has no effect.`,
        why: "Write one file that holds both.",
      };
    case "extension-too-new":
      return {
        sentence: `${title} came with Flatcar ${broken.since ? formatOsRelease(broken.since) : "later"}: on ${releaseName(preset)} its download fails, and with it the boot.`,
      };
  }
}

function fixOf(
  fix: RuleFix,
  preset: Preset,
  catalogue: Catalogue,
): Fix | undefined {
  const { chosen, builtinOff } = preset.extensions;
  const list = ["extensions", "chosen"];
  const off = ["extensions", "builtinOff"];
  switch (fix.do) {
    case "add":
      return addition(fix, preset, catalogue);
    case "remove":
      return {
        label: `Remove ${titleOf(chosen[fix.index]?.id ?? "")}`,
        edits: [
          {
            path: list,
            value: chosen.filter((_, index) => index !== fix.index),
          },
        ],
      };
    case "switch-off":
      return {
        label: `Switch the built-in ${fix.names.join(" and ")} off`,
        edits: [
          { path: off, value: [...new Set([...builtinOff, ...fix.names])] },
        ],
      };
    case "switch-on":
      return {
        label: `Switch the built-in ${fix.names.join(" and ")} on`,
        edits: [
          {
            path: off,
            value: builtinOff.filter((name) => !fix.names.includes(name)),
          },
        ],
      };
    case "use-version":
      return {
        label: `Use ${fix.version}`,
        edits: [
          { path: [...list, fix.index, "version"], value: fix.version },
          { path: [...list, fix.index, "hash"], value: "" },
        ],
      };
    case "stop-updates":
      return {
        label: "Stop its updates",
        edits: [{ path: [...list, fix.index, "updates"], value: "none" }],
      };
  }
}

/** Chooses another extension; none where nobody knows a version of it. */
function addition(
  { id, version }: Extract<RuleFix, { do: "add" }>,
  preset: Preset,
  catalogue: Catalogue,
): Fix | undefined {
  const added = chooseExtension(id, catalogue, preset);
  // A version that has to be exactly this one must stay it.
  const one =
    version === undefined
      ? added
      : { ...added, version, hash: "", updates: "none" as const };
  if (extensionById(id)?.kind === "bakery" && one.version === "")
    return undefined;
  return {
    label: `Add ${titleOf(id)}`,
    edits: [
      {
        path: ["extensions", "chosen"],
        value: [...preset.extensions.chosen, one],
      },
    ],
  };
}

function titleOf(id: string): string {
  return extensionById(id)?.title ?? id;
}

function either(titles: readonly string[]): string {
  return titles.length < 2
    ? titles.join("")
    : `${titles.slice(0, -1).join(", ")} or ${titles.at(-1)}`;
}

function version(broken: RuleBreak): string {
  return broken.version === undefined ? "" : ` ${broken.version}`;
}
