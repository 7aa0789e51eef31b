import {
  compareVersions,
  paramsOf,
  seriesOf,
  trackOf,
  type Extension,
} from "@/lib/butane";
import { sameData } from "@/lib/same";
import type { ChosenExtension, Preset } from "@/lib/preset";
import {
  anyOf,
  claimOn,
  literally,
  nothing,
  type DraftDifference,
} from "./draft";
import { claimOfAll, fieldOf, scopeOf } from "./extension-claims";
import { imageWork, paramWork, type Chosen } from "./extension-work";
import { choiceDifferences, type About } from "./image-choices";
import { parameterSentence } from "./parameters";
import { arrow } from "./words";

/** What is different about an extension that both nodes have. */
export function extensionChanges(
  was: Chosen,
  is: Chosen,
  node: Preset,
): DraftDifference[] {
  const all = claimOfAll(is, was);
  const about = (
    sentence: string,
    key: string,
    more: Partial<DraftDifference> = {},
  ): DraftDifference => ({
    kind: "changed",
    topic: "extensions",
    sentence: `${is.title}${sentence}`,
    field: fieldOf(is, key),
    claim: anyOf(all, scopeOf(is, was, key)),
    ...more,
  });
  const [old, now] = [was.chosen, is.chosen];
  return [
    ...versionChanges(was, is, node, about),
    ...(old.updates === now.updates
      ? []
      : [about(`: updates ${arrow(policy(was), policy(is))}`, "updates")]),
    ...(old.activation === now.activation
      ? []
      : [
          about(
            `: takes effect ${arrow(effects[old.activation], effects[now.activation])}`,
            "activation",
          ),
        ]),
    ...(old.keep === now.keep
      ? []
      : [
          about(`: versions kept ${old.keep} → ${now.keep}`, "keep", {
            claim: anyOf(all, scopeOf(is, was, "updates")),
          }),
        ]),
    ...choiceDifferences(was, is, about),
    ...parameters(was, is, about),
  ];
}

/** Another version, image of one's own or hash: the first of them tells, since the others follow from it. */
function versionChanges(
  was: Chosen,
  is: Chosen,
  node: Preset,
  about: About,
): DraftDifference[] {
  const [old, now] = [was.chosen, is.chosen];
  const anew: Partial<DraftDifference> = {
    claim: anyOf(
      claimOfAll(is, was),
      scopeOf(is, was, "version"),
      scopeOf(is, was, "own"),
    ),
    work: (work, changes) => imageWork(is, node, work, changes, was),
  };
  if (old.version !== now.version)
    return [
      about(` ${arrow(old.version, now.version, "no version")}`, "version", {
        ...anew,
        details: versionDetails(old, now, is.extension),
      }),
    ];
  if (!sameData(old.own, now.own))
    return [about(ownSentence(old, now), "own", anew)];
  if (old.hash !== now.hash)
    return [
      about(hashSentence(old.hash, now.hash), "version", {
        claim: anyOf(
          scopeOf(is, was, "version"),
          claimOn({
            ids: new RegExp(
              `^file /opt/extensions/${literally(is.chosen.id)}/`,
            ),
          }),
        ),
        ...(now.hash === "" ? { work: unchecked } : {}),
      }),
    ];
  return [];
}

function ownSentence(old: ChosenExtension, now: ChosenExtension): string {
  return old.own?.url === now.own?.url
    ? `: newer images from ${arrow(old.own?.updatesFrom ?? "", now.own?.updatesFrom ?? "", "nowhere")}`
    : `: image ${arrow(old.own?.url ?? "", now.own?.url ?? "")}`;
}

function hashSentence(before: string, after: string): string {
  if (after === "") return ": the image is no longer checked";
  return before === ""
    ? ": the image is checked by its hash"
    : ": another hash for the image";
}

const unchecked = nothing("Ignition checks the image on the first boot only.");

function versionDetails(
  old: ChosenExtension,
  now: ChosenExtension,
  extension: Extension | undefined,
): string[] {
  const depth = extension?.trackDepth;
  const [from, to] = [old, now].map(({ version }) => trackOf(version, depth));
  const lower = compareVersions(now.version, old.version) < 0;
  return [
    ...(depth === 2 && from && to && from !== to
      ? [
          `${from} → ${to} is another minor version, for which the project has a procedure of its own.`,
        ]
      : []),
    ...(lower
      ? [
          now.updates === "none"
            ? "This is an older version."
            : "This is an older version: systemd-sysupdate stays there only until a newer one is released that it has not fetched yet.",
        ]
      : []),
  ];
}

function parameters(was: Chosen, is: Chosen, about: About): DraftDifference[] {
  const { extension } = is;
  if (!extension) return [];
  const [old, now] = [was, is].map(({ chosen }) => paramsOf(extension, chosen));
  return Object.entries(extension.params).flatMap(([key, spec]) => {
    if (sameData(old![key], now![key])) return [];
    return [
      about(`: ${parameterSentence(spec, old![key]!, now![key]!)}`, "params", {
        field: fieldOf(is, "params", key),
        claim: anyOf(claimOfAll(is, was), scopeOf(is, was, "params", key)),
        work: (work) => paramWork(is, work),
      }),
    ];
  });
}

const effects: Readonly<Record<ChosenExtension["activation"], string>> = {
  "next-boot": "at the next boot",
  reboot: "by a coordinated reboot",
  "reboot-now": "by a reboot at once",
  refresh: "at once",
  restart: "at once, with a restart of its units",
};

function policy({ chosen, extension }: Chosen): string {
  const { updates, version } = chosen;
  if (updates === "none") return "none";
  const series = seriesOf(version, updates, extension?.trackDepth ?? 2);
  if (series === null) return "any newer";
  return `${updates === "major" ? "major" : "patch"} ${series}.x`;
}
