import {
  compareVersions,
  extensionById,
  paramsOf,
  seriesOf,
  trackOf,
  type Extension,
  type Path,
} from "@/lib/butane";
import { sameData } from "@/lib/same";
import type { ChosenExtension, Preset } from "@/lib/preset";
import type { Difference } from "./comparison";
import {
  anyOf,
  claimOn,
  literally,
  nothing,
  type DraftDifference,
} from "./draft";
import {
  imageWork,
  paramWork,
  removedWork,
  type Chosen,
} from "./extension-work";
import {
  choiceDifferences,
  keyringDifferences,
  staysThere,
  type About,
} from "./image-choices";
import { parameterSentence } from "./parameters";
import { reboot } from "./steps/work";
import { arrow, quote } from "./words";

/** What is different about the extensions of two nodes, in the order of the second one; what is gone comes last. */
export function extensionDifferences(
  before: Preset,
  after: Preset,
): DraftDifference[] {
  const old = chosenOf(before, "before");
  const now = chosenOf(after, "after");
  const coordinator = after.updates.coordinator;
  return [
    ...now.flatMap((one) => {
      const twin = old.find((other) => other.key === one.key);
      return twin ? changes(twin, one, after) : [addition(one, after)];
    }),
    ...old
      .filter((one) => !now.some((other) => other.key === one.key))
      .map((one) => removal(one)),
    ...builtIns(before, after),
    ...bakery(before, after),
    ...keyringDifferences(before, after),
  ];

  function builtIns({ extensions: was }: Preset, { extensions: is }: Preset) {
    return (["docker", "containerd"] as const).flatMap(
      (id): DraftDifference[] => {
        const off = is.builtinOff.includes(id);
        if (off === was.builtinOff.includes(id)) return [];
        const title = extensionById(`builtin:${id}`)?.title ?? id;
        return [
          {
            kind: "changed",
            topic: "extensions",
            sentence: `${title} switched ${off ? "off" : "on again"}`,
            field: { side: "after", path: ["extensions", "builtinOff"] },
            claim: claimOn({
              ids: new RegExp(`^link /etc/extensions/${id}-flatcar\\.raw$`),
            }),
            // What runs on it goes on with the old files until it is started anew.
            work: (work) => ({
              ...work,
              steps: [...work.steps, reboot({ coordinator })],
            }),
          },
        ];
      },
    );
  }
}

function chosenOf(preset: Preset, side: "before" | "after"): Chosen[] {
  const seen = new Map<string, number>();
  return preset.extensions.chosen.map((chosen, index) => {
    const id = `${chosen.own ? "own " : ""}${chosen.id}`;
    const times = seen.get(id) ?? 0;
    seen.set(id, times + 1);
    const extension = chosen.own ? undefined : extensionById(chosen.id);
    return {
      // One that is chosen twice is a mistake, and still two.
      key: times === 0 ? id : `${id} ${times}`,
      side,
      chosen,
      extension,
      title:
        extension?.title ?? (quote(chosen.id) || "An extension without a name"),
      path: ["extensions", "chosen", index],
    };
  });
}

function scopeOf(one: Chosen, twin?: Chosen, ...keys: string[]) {
  const at = (each: Chosen | undefined, side: "before" | "after") => {
    const found = [one, twin].find((which) => which?.side === side);
    return each && found ? ([...found.path, ...keys] as Path) : undefined;
  };
  return claimOn({ before: at(one, "before"), after: at(one, "after") });
}

/** Everything an extension writes, by the fields that asked for it, or by its names. */
function claimOfAll(one: Chosen, twin?: Chosen) {
  const name = literally(one.chosen.id);
  return anyOf(
    scopeOf(one, twin),
    claimOn({
      ids: new RegExp(
        `^(file \\/opt\\/extensions\\/${name}\\/|link \\/etc\\/extensions\\/${name}\\.raw$|file \\/etc\\/extensions\\/${name}\\.raw$|file \\/etc\\/sysupdate\\.${name}\\.d\\/|dropin systemd-sysupdate\\.service\\/${name}\\.conf$)`,
      ),
    }),
  );
}

function fieldOf(one: Chosen, ...keys: string[]): Difference["field"] {
  return { side: one.side, path: [...one.path, ...keys] };
}

function addition(one: Chosen, node: Preset): DraftDifference {
  const { chosen, extension, title } = one;
  return {
    kind: "added",
    topic: "extensions",
    sentence:
      extension?.kind === "builtin"
        ? `${title} gets settings`
        : `${[title, quote(chosen.version)].filter(Boolean).join(" ")} added`,
    details: [
      ...(chosen.own
        ? [`An image of one's own, from ${quote(chosen.own.url)}.`]
        : []),
      ...(extension?.kind === "flatcar"
        ? [
            "The initrd fetches it at the next boot, and a download that fails keeps the node from booting.",
          ]
        : []),
    ],
    field: fieldOf(one),
    claim: claimOfAll(one),
    work: (work, changes) =>
      extension?.kind === "builtin"
        ? paramWork(one, work)
        : imageWork(one, node, work, changes),
  };
}

function removal(one: Chosen): DraftDifference {
  return {
    kind: "removed",
    topic: "extensions",
    sentence:
      one.extension?.kind === "builtin"
        ? `${one.title} loses its settings`
        : `${[one.title, quote(one.chosen.version)].filter(Boolean).join(" ")} removed`,
    field: fieldOf(one),
    claim: claimOfAll(one),
    work: (work) =>
      one.extension?.kind === "builtin"
        ? paramWork(one, work)
        : removedWork(one, work),
  };
}

function changes(was: Chosen, is: Chosen, node: Preset): DraftDifference[] {
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
    ...version(was, is, node, about),
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

function version(
  was: Chosen,
  is: Chosen,
  node: Preset,
  about: About,
): DraftDifference[] {
  const [old, now] = [was.chosen, is.chosen];
  const work: DraftDifference["work"] = (fromEntries, changes) =>
    imageWork(is, node, fromEntries, changes, was);
  const claim = anyOf(
    claimOfAll(is, was),
    scopeOf(is, was, "version"),
    scopeOf(is, was, "own"),
  );
  if (old.version !== now.version)
    return [
      about(` ${arrow(old.version, now.version, "no version")}`, "version", {
        claim,
        work,
        details: versionDetails(old, now, is.extension),
      }),
    ];
  if (!sameData(old.own, now.own))
    return [
      about(`: image ${arrow(old.own?.url ?? "", now.own?.url ?? "")}`, "own", {
        claim,
        work,
        ...(old.own?.url === now.own?.url
          ? {
              sentence: `${is.title}: newer images from ${arrow(old.own?.updatesFrom ?? "", now.own?.updatesFrom ?? "", "nowhere")}`,
            }
          : {}),
      }),
    ];
  if (old.hash !== now.hash)
    return [
      about(
        now.hash === ""
          ? ": the image is no longer checked"
          : old.hash === ""
            ? ": the image is checked by its hash"
            : ": another hash for the image",
        "version",
        {
          claim: anyOf(
            scopeOf(is, was, "version"),
            claimOn({
              ids: new RegExp(
                `^file /opt/extensions/${literally(is.chosen.id)}/`,
              ),
            }),
          ),
          ...(now.hash === ""
            ? {
                work: nothing(
                  "Ignition checks the image on the first boot only.",
                ),
              }
            : {}),
        },
      ),
    ];
  return [];
}

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

function bakery(before: Preset, after: Preset): DraftDifference[] {
  const [old, now] = [before, after].map(({ extensions }) => extensions.bakery);
  if (old === now) return [];
  return [
    {
      kind: "changed",
      topic: "extensions",
      sentence: `Images come from ${arrow(old!, now!, "Flatcar's bakery")}`,
      field: { side: "after", path: ["extensions", "bakery"] },
      // Every image names it.
      claim: ({ field }) => (field?.path[0] === "extensions" ? 1 : 0),
      work: staysThere,
    },
  ];
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
