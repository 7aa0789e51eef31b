import {
  isImageName,
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
  const problem = (own ? ownProblem(one) : undefined) ?? trackProblem(one);
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
    field: at("own", "url"),
  };
}

function trackProblem({
  chosen,
  extension,
  title,
  at,
}: Chosen): Finding | undefined {
  const { own, updates, version: typed } = chosen;
  const isNamed = own !== undefined && own.url !== "";
  const version = isNamed ? (ownVersion(chosen.id, own.url) ?? "") : typed;
  // A version that is missing is told where it is missing.
  if (updates === "any" || (version === "" && !isUnnamed(chosen)))
    return undefined;
  // Each node of a fleet has a version of its own, which is looked at when it is known.
  if (variablesIn(isNamed ? own.url : typed).length > 0) return undefined;
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
