import { compareOsReleases, parseOsRelease, type Path } from "@/lib/butane";
import type { Preset } from "@/lib/preset";
import type { Topic } from "./comparison";
import { claimOn, nothing, type DraftDifference } from "./draft";
import { reboot, step, type Work } from "./steps/work";
import { arrow } from "./words";

/** One value that both nodes have. */
interface Setting {
  readonly path: Path;
  readonly topic: Topic;
  /** How it became another one: `Hostname a → b`. */
  sentence(before: string, after: string): string;
  /** Names of entries it writes, for documents where nothing else tells. */
  readonly ids?: RegExp;
  /** What is claimed where nobody else wants it. */
  readonly alsoClaims?: DraftDifference["claim"];
  work?(before: Preset, after: Preset): DraftDifference["work"];
}

type Words = Readonly<Record<string, string>>;

const named =
  (label: string, none?: string, words: Words = {}) =>
  (before: string, after: string) =>
    `${label} ${arrow(spoken(before, words), spoken(after, words), none)}`;

/** A value in words; one that was typed may be named like something every object has. */
const spoken = (value: string, words: Words) =>
  Object.hasOwn(words, value) ? words[value]! : value;

/** Values that decide what Kindling advises and hands over, and nothing on the node. */
const advice = (note: string) => () => nothing(note);

const settings: readonly Setting[] = [
  {
    path: ["name"],
    topic: "node",
    sentence: named("Name", "no name"),
    work: advice("The name is Kindling's; the node does not know it."),
  },
  {
    path: ["target", "architecture"],
    topic: "node",
    sentence: named("Architecture"),
    // Every image names it.
    alsoClaims: ({ field }) => (field?.path[0] === "extensions" ? 2 : 0),
    work: () => (): Work => ({
      steps: [],
      reprovision: "Another architecture is another machine.",
    }),
  },
  {
    path: ["target", "platform"],
    topic: "node",
    sentence: named("Platform"),
    work: advice(
      "The config is handed over in another way. A node that runs stays where it is; on the other platform it is another machine.",
    ),
  },
  {
    path: ["target", "handOver"],
    topic: "node",
    sentence: named("Handed over", "as it is", {
      wrapped: "packed with gzip",
      pointer: "from an address",
    }),
    work: advice("Only the first boot reads the config."),
  },
  {
    path: ["target", "handOverFrom"],
    topic: "node",
    sentence: named("Address of the config", "none"),
    work: advice("Only the first boot reads the config."),
  },
  {
    path: ["target", "mirror"],
    topic: "node",
    sentence: named("Mirror", "none"),
    work: advice(
      "It decides what is checked here. What is fetched from it stands in other lines.",
    ),
  },
  {
    path: ["target", "channel"],
    topic: "node",
    sentence: named("Flatcar channel"),
    work: advice(
      "It decides what is advised here. The channel a node follows is set under OS updates.",
    ),
  },
  {
    path: ["target", "release"],
    topic: "node",
    sentence: named("Flatcar release", "the channel's current one"),
    work: (before, after) => releaseWork(before, after),
  },
  {
    path: ["target", "variant"],
    topic: "node",
    sentence: named("Butane variant"),
    work: advice("Only the first boot reads the config."),
  },
  {
    path: ["target", "spec"],
    topic: "node",
    sentence: named("Butane spec"),
    ids: /^ignition version$/,
  },
  {
    path: ["updates", "schedule"],
    topic: "updates",
    sentence: named("Newer images are looked for", undefined, {
      timer: "at systemd's own times",
      calendar: "by the calendar",
      manual: "by hand only",
    }),
    ids: /^(unit systemd-sysupdate\.timer$|dropin systemd-sysupdate\.timer\/)/,
  },
  {
    path: ["updates", "calendar"],
    topic: "updates",
    sentence: named("Calendar of the updates"),
    ids: /^dropin systemd-sysupdate\.timer\//,
  },
  {
    path: ["updates", "randomDelay"],
    topic: "updates",
    sentence: named("Random delay of the updates"),
    ids: /^dropin systemd-sysupdate\.timer\//,
  },
  {
    path: ["updates", "coordinator"],
    topic: "updates",
    sentence: named("Reboots are coordinated by", undefined, {
      none: "nobody",
      locksmith: "locksmithd",
      fluo: "the Flatcar update operator",
    }),
    ids: /^unit locksmithd\.service$/,
    // What the updates do once a newer image is there depends on it.
    alsoClaims: ({ id }) =>
      id.startsWith("dropin systemd-sysupdate.service/") ? 1 : 0,
  },
  {
    path: ["identity", "hostname"],
    topic: "identity",
    sentence: named("Hostname", "given by the network"),
    ids: /^file \/etc\/hostname$/,
  },
  {
    path: ["identity", "timezone"],
    topic: "identity",
    sentence: named("Time zone", "UTC"),
    ids: /^link \/etc\/localtime$/,
  },
  ...(
    [
      ["group", "Channel the OS follows", "the image's own"],
      ["server", "Update server", "Flatcar's own"],
      ["strategy", "Reboot strategy", "reboot"],
      ["windowStart", "Reboot window begins", "any time"],
      ["windowLength", "Reboot window lasts", "not set"],
    ] as const
  ).map(
    ([key, label, none]): Setting => ({
      path: ["osUpdates", key],
      topic: "osUpdates",
      sentence: named(label, none),
      ids: /^file \/etc\/flatcar\/update\.conf$/,
      alsoClaims: claimOn({ before: ["osUpdates"], after: ["osUpdates"] }),
    }),
  ),
];

/** A sentence for each of the settings above that is not the same on both sides. */
export function settingDifferences(
  before: Preset,
  after: Preset,
): DraftDifference[] {
  return settings.flatMap((setting) => {
    const { path, topic, ids, alsoClaims } = setting;
    const [old, now] = [before, after].map((preset) => textAt(preset, path));
    if (old === now) return [];
    const claim = claimOn({
      before: path,
      after: path,
      ...(ids ? { ids } : {}),
    });
    const work = setting.work?.(before, after);
    return [
      {
        kind: "changed",
        topic,
        sentence: setting.sentence(old!, now!),
        field: { side: "after", path },
        claim: (change) => Math.max(claim(change), alsoClaims?.(change) ?? 0),
        ...(work ? { work } : {}),
      } satisfies DraftDifference,
    ];
  });
}

function textAt(preset: Preset, path: Path): string {
  const [first, second] = path as [keyof Preset, string | undefined];
  const value: unknown = preset[first];
  return String(
    second === undefined
      ? value
      : (value as Readonly<Record<string, unknown>>)[second],
  );
}

function releaseWork(before: Preset, after: Preset): DraftDifference["work"] {
  const [old, now] = [before, after].map(({ target }) =>
    parseOsRelease(target.release),
  );
  const note =
    "It decides what is advised here. A node runs what it was installed with and has updated to since.";
  if (!now || (old && compareOsReleases(now, old) < 0)) return nothing(note);
  return () => ({
    note,
    steps: [
      step(
        "fetch",
        "Takes the OS to that release, if it runs an older one.",
        `sudo flatcar-update --to-version ${now.join(".")}`,
      ),
      reboot(after.updates),
    ],
  });
}
