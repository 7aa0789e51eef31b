import {
  restartedUnits,
  trackOf,
  type Extension,
  type Path,
} from "@/lib/butane";
import type { ChosenExtension, Preset } from "@/lib/preset";
import type { EntryChange } from "./changes";
import type { Step } from "./comparison";
import { isSafeName, word } from "./shell";
import {
  byHand,
  mergeImages,
  reboot,
  step,
  unverified,
  type Work,
} from "./steps/work";

/** An extension as one of the two nodes has it. */
export interface Chosen {
  /** What tells it from the others of its node. */
  readonly key: string;
  readonly side: "before" | "after";
  readonly chosen: ChosenExtension;
  readonly extension: Extension | undefined;
  readonly title: string;
  readonly path: Path;
}

/** A new image, or another version of one: fetched, linked, and brought into use the way the node wants it. */
export function imageWork(
  { chosen, extension, title }: Chosen,
  node: Preset,
  fromEntries: Work,
  changes: readonly EntryChange[],
  was?: Chosen,
): Work {
  const images = new Set(
    changes
      .filter(
        ({ id, kind }) =>
          kind === "removed" && id.startsWith(`file /opt/extensions/`),
      )
      .map(({ before }) => before!.name),
  );
  const moved = changes.some(({ id }) =>
    /^(file|link) \/(etc|opt)\/extensions\//.test(id),
  );
  const own = fromEntries.steps.filter(
    // The old image stays for the way back, and a newer run of the updates clears it away.
    ({ phase, command }) =>
      !(
        phase === "remove" &&
        [...images].some((path) => command?.endsWith(` ${word(path)}`))
      ),
  );
  if (!moved) return { ...fromEntries, steps: own };
  return {
    ...fromEntries,
    steps: [
      ...lookFirst(chosen, was),
      ...own.filter(({ phase }) => phase !== "merge"),
      ...minorStep(chosen, extension, title, was),
      ...activation(chosen, extension, node, was === undefined),
      ...verification(extension),
    ],
  };
}

/** With updates on, what the preset names is where the node began, not where it is. */
function lookFirst(
  { id, updates }: ChosenExtension,
  was: Chosen | undefined,
): Step[] {
  if (
    !was ||
    (updates === "none" && was.chosen.updates === "none") ||
    !isSafeName(id)
  )
    return [];
  return [
    step(
      "look",
      "Shows which version the node has by now: updates may have taken it further than it was set up with.",
      `readlink -f ${word(`/etc/extensions/${id}.raw`)}`,
    ),
  ];
}

function minorStep(
  chosen: ChosenExtension,
  extension: Extension | undefined,
  title: string,
  was: Chosen | undefined,
): Step[] {
  if (!was || extension?.trackDepth !== 2) return [];
  const [from, to] = [was.chosen.version, chosen.version].map((version) =>
    trackOf(version, 2),
  );
  return from && to && from !== to
    ? [
        byHand(
          "reboot",
          `Follow ${title}'s own procedure from ${from} to ${to}; the image only brings the programs.`,
        ),
      ]
    : [];
}

function activation(
  chosen: ChosenExtension,
  extension: Extension | undefined,
  { updates: { coordinator } }: Preset,
  isNew: boolean,
): Step[] {
  const { activation: how } = chosen;
  if (how === "reboot" || how === "reboot-now" || how === "next-boot")
    return [reboot({ coordinator })];
  const restarted = restartedUnits(chosen);
  const started = isNew ? startedUnits(extension) : [];
  return [
    mergeImages,
    ...(started.length > 0
      ? [
          step(
            "restart",
            "Starts what came with the image.",
            `sudo systemctl start ${started.join(" ")}`,
          ),
        ]
      : how === "restart" && restarted.length > 0
        ? [
            step(
              "restart",
              "Running programs are still the old ones.",
              `sudo systemctl restart ${restarted.join(" ")}`,
            ),
          ]
        : []),
  ];
}

function startedUnits(extension: Extension | undefined): string[] {
  return (extension?.units ?? [])
    .filter(({ start }) => start === "upheld" || start === "link")
    .map(({ name }) => name);
}

function verification(extension: Extension | undefined): Step[] {
  return [
    step("verify", "Shows what is merged.", "systemd-sysext status"),
    ...(extension?.verify ?? []).map((command) =>
      step("verify", `Shows that ${extension!.title} works.`, command),
    ),
  ];
}

/** An image that goes, with everything it left on the node. */
export function removedWork(
  { chosen, extension }: Chosen,
  fromEntries: Work,
): Work {
  const units = (extension?.units ?? []).map(({ name }) => name);
  const folder = `/opt/extensions/${chosen.id}`;
  return {
    ...fromEntries,
    steps: [
      ...(units.length > 0
        ? [
            unverified(
              "enable",
              "Stops what came with the image.",
              `sudo systemctl stop ${units.join(" ")}`,
            ),
          ]
        : []),
      ...fromEntries.steps.filter(
        ({ command }) => !command?.includes(` ${folder}/`),
      ),
      ...(isSafeName(chosen.id) &&
      fromEntries.steps.some(({ command }) => command?.includes(` ${folder}/`))
        ? [
            step(
              "remove",
              "Removes every version of the image.",
              `sudo rm -rf ${word(folder)}`,
            ),
          ]
        : []),
    ],
  };
}

/** Other settings of an extension that is there: what reads them is started anew. */
export function paramWork({ extension }: Chosen, fromEntries: Work): Work {
  if (fromEntries.steps.length === 0) return fromEntries;
  const units = extension?.restartUnits ?? startedUnits(extension);
  if (units.length === 0) return fromEntries;
  return {
    ...fromEntries,
    steps: [
      ...fromEntries.steps,
      unverified(
        "restart",
        "Restarts what reads its settings when it starts, if it runs.",
        `sudo systemctl try-restart ${units.join(" ")}`,
      ),
    ],
  };
}
