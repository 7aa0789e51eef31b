import { extensionById } from "@/lib/butane";
import type { Preset } from "@/lib/preset";
import { claimOn, type DraftDifference } from "./draft";
import { extensionChanges } from "./extension-changes";
import { claimOfAll, fieldOf } from "./extension-claims";
import {
  imageWork,
  paramWork,
  removedWork,
  type Chosen,
} from "./extension-work";
import { keyringDifferences, staysThere } from "./image-choices";
import { reboot } from "./steps/work";
import { quote } from "@/lib/words";
import { arrow } from "./words";

/** What is different about the extensions of two nodes, in the order of the second one; what is gone comes last. */
export function extensionDifferences(
  before: Preset,
  after: Preset,
): DraftDifference[] {
  const old = chosenOf(before, "before");
  const now = chosenOf(after, "after");
  return [
    ...now.flatMap((one) => {
      const twin = old.find((other) => other.key === one.key);
      return twin ? extensionChanges(twin, one, after) : [addition(one, after)];
    }),
    ...old
      .filter((one) => !now.some((other) => other.key === one.key))
      .map((one) => removal(one)),
    ...builtIns(before, after),
    ...bakery(before, after),
    ...keyringDifferences(before, after),
  ];
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

function builtIns(before: Preset, after: Preset): DraftDifference[] {
  const { coordinator } = after.updates;
  return (["docker", "containerd"] as const).flatMap((id) => {
    const off = after.extensions.builtinOff.includes(id);
    if (off === before.extensions.builtinOff.includes(id)) return [];
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
  });
}
