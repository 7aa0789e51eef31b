import type { ImageChoices } from "@/lib/butane";
import type { Preset } from "@/lib/preset";
import { claimOn, nothing, type DraftDifference } from "./draft";
import type { Chosen } from "./extension-work";
import { listed, quote } from "@/lib/words";
import { arrow } from "./words";

/** Makes a difference of one of an extension's keys: its sentence goes on after the title. */
export type About = (
  sentence: string,
  key: string,
  more?: Partial<DraftDifference>,
) => DraftDifference;

/** What is different about the choices of one image. */
export function choiceDifferences(
  { chosen: old }: Chosen,
  { chosen: now }: Chosen,
  about: About,
): DraftDifference[] {
  const changed = (key: keyof ImageChoices) =>
    JSON.stringify(old[key] ?? "") !== JSON.stringify(now[key] ?? "");
  const onOff = (
    key: "hold" | "verify",
    on: string,
    off: string,
  ): DraftDifference[] =>
    (old[key] ?? false) === (now[key] ?? false)
      ? []
      : [about(now[key] ? on : off, key)];
  return [
    ...(changed("bakery")
      ? [
          about(
            `: comes from ${arrow(old.bakery ?? "", now.bakery ?? "", "the node's bakery")}`,
            "bakery",
            { work: staysThere },
          ),
        ]
      : []),
    ...(changed("firstBoot")
      ? [
          about(
            now.firstBoot
              ? ": the newest is fetched by the node itself when it first boots"
              : ": the chosen version is fetched at first boot",
            "firstBoot",
            { work: nothing("It matters on the first boot only.") },
          ),
        ]
      : []),
    ...(changed("rules")
      ? [
          about(
            now.rules
              ? ": the bakery's own update rule is fetched"
              : ": the update rule is written out",
            "rules",
            { work: nothing("It matters on the first boot only.") },
          ),
        ]
      : []),
    ...onOff(
      "hold",
      ": newer images by hand only",
      ": newer images are looked for again",
    ),
    ...(["minVersion", "protectVersion"] as const).flatMap((key) =>
      changed(key)
        ? [
            about(
              `: ${limits[key]} ${arrow(old[key] ?? "", now[key] ?? "")}`,
              key,
            ),
          ]
        : [],
    ),
    ...onOff("verify", ": signed lists only", ": unsigned lists are taken"),
    ...(changed("restartUnits")
      ? [
          about(
            `: an update restarts ${unitsOf(old.restartUnits)} → ${unitsOf(now.restartUnits)}`,
            "restartUnits",
          ),
        ]
      : []),
  ];
}

const limits = {
  minVersion: "nothing older than",
  protectVersion: "never cleared away",
};

function unitsOf(units: readonly string[] = []): string {
  return units.length === 0
    ? "its usual units"
    : listed(units.map((unit) => quote(unit)));
}

/** The image that is on a node is the same, wherever it came from. */
export const staysThere: NonNullable<DraftDifference["work"]> = (work) => ({
  steps: work.steps.filter(
    ({ phase }) => phase !== "fetch" && phase !== "merge",
  ),
  note: "The images that are on the node stay; only newer ones come from the other address.",
});

/** Other keys for signed lists. */
export function keyringDifferences(
  before: Preset,
  after: Preset,
): DraftDifference[] {
  const [old, now] = [before, after].map(
    ({ extensions }) => extensions.keyring,
  );
  const [from, to] = [old?.url ?? "", now?.url ?? ""];
  if (from === to && (old?.hash ?? "") === (now?.hash ?? "")) return [];
  const path = ["extensions", "keyring"];
  return [
    {
      kind: from === "" ? "added" : to === "" ? "removed" : "changed",
      topic: "extensions",
      sentence:
        from === to
          ? "Keys of signers: another hash"
          : `Keys of signers: ${arrow(from, to)}`,
      field: { side: to === "" ? "before" : "after", path },
      claim: claimOn({
        before: path,
        after: path,
        ids: /^(file|link) \/etc\/systemd\/import-pubring\.[gp]+$/,
      }),
    },
  ];
}
