import {
  isImageName,
  isReadVersion,
  ownVersion,
  seriesOf,
  takesMinorSteps,
} from "@/lib/butane";
import { variablesIn } from "@/lib/preset/variables";
import type { Check, Finding } from "./check";
import { chosenOf, fromBakery, type Chosen } from "./extensions";

/** Updates that would break the node, or never come. */
export const updatePolicy: Check = ({ preset }) =>
  chosenOf(preset).flatMap(policyFindings);

function policyFindings(one: Chosen): Finding[] {
  const { chosen, title, at } = one;
  const own = chosen.own !== undefined;
  if (chosen.updates === "none" || (!own && !fromBakery(one))) return [];
  const findings: Finding[] = [];
  if (chosen.updates !== "patch" && !own && takesMinorSteps(chosen)) {
    findings.push({
      kind: "error",
      code: "update-skips-minor",
      sentence: `${title} would be taken to a new minor version without its upgrade steps, and may skip one: the cluster does not survive that.`,
      field: at("updates"),
      fix: {
        label: "Update within the minor version",
        edits: [{ path: at("updates"), value: "patch" }],
      },
    });
  }
  if (chosen.keep < 2) {
    findings.push({
      kind: "warning",
      code: "keep-too-few",
      sentence: `systemd-sysupdate keeps two versions at least: the one in use and the one before it.`,
      field: at("keep"),
      fix: { label: "Keep 2", edits: [{ path: at("keep"), value: 2 }] },
    });
  }
  const problem =
    (own ? ownProblem(one) : undefined) ??
    seenProblem(one) ??
    trackProblem(one);
  return problem ? [...findings, problem] : findings;
}

function ownProblem({ chosen, title, at }: Chosen): Finding | undefined {
  if (!isImageName(chosen.id)) return undefined;
  if (!chosen.own?.updatesFrom) {
    return {
      kind: "warning",
      code: "updates-from-nowhere",
      sentence: `${title} gets no updates: there is no address that newer images come from.`,
      field: at("own", "updatesFrom"),
    };
  }
  // What the node fetches by itself needs no first image.
  if (chosen.own.url === "" && chosen.firstBoot === "newest") return undefined;
  if (ownVersion(chosen.id, chosen.own.url) !== null) return undefined;
  return {
    kind: "warning",
    code: "updates-without-version",
    sentence: `${title} gets no updates: its file is not called ${chosen.id}-VERSION.raw, so systemd-sysupdate cannot tell old from new.`,
    why: versionMarks,
    field: at("own", "url"),
  };
}

const versionMarks =
  "A version has a digit in it, and nothing but letters, digits, dots, hyphens, underscores and +.";

function seenProblem(one: Chosen): Finding | undefined {
  const { chosen, title, at } = one;
  const version = versionOf(one);
  if (!version || isReadVersion(version)) return undefined;
  return {
    kind: "warning",
    code: "updates-version-unseen",
    sentence: `systemd-sysupdate takes ${short(version)} for no version: it does not see that this image of ${title} is there, and replaces it with the newest that it does see, even with an older one.`,
    why: versionMarks,
    field: isNamed(chosen) ? at("own", "url") : at("version"),
  };
}

function trackProblem(one: Chosen): Finding | undefined {
  const { chosen, extension, title, at } = one;
  const { updates } = chosen;
  const version = versionOf(one);
  // A version that is missing is told where it is missing.
  if (updates === "any" || version === undefined) return undefined;
  if (version === "" && !isUnnamed(chosen)) return undefined;
  if (seriesOf(version, updates, extension?.trackDepth ?? 2) !== null)
    return undefined;
  return {
    kind: "warning",
    code: "updates-without-track",
    sentence: `${title} gets no updates: nothing in its version says which newer ones are of the same series.`,
    field: at("updates"),
  };
}

/** Whether the version is all that names the series: the node fetches the image by itself. */
function isUnnamed({ own, firstBoot }: Chosen["chosen"]): boolean {
  return own?.url === "" && firstBoot === "newest";
}

/** The version that updates go on from; nothing where each node of a fleet has its own, which is looked at when it is known. */
function versionOf({ chosen }: Chosen): string | undefined {
  const { id, own, version } = chosen;
  const text = own && isNamed(chosen) ? own.url : version;
  if (variablesIn(text).length > 0) return undefined;
  return own && isNamed(chosen) ? (ownVersion(id, own.url) ?? "") : version;
}

/** Whether the version stands in the address of an image of one's own. */
function isNamed({ own }: Chosen["chosen"]): boolean {
  return own !== undefined && own.url !== "";
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
