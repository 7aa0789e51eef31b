import {
  bakeryBase,
  decodeDataUrl,
  encodeResource,
  publishedRule,
  type Path,
} from "@/lib/butane";
import { flatcarBakery } from "@/lib/preset/node-extensions";
import type { Preset } from "@/lib/preset/preset";
import { withEdits } from "@/lib/set-at";
import type { UserData } from "./platform";

/** A way to make user data smaller. */
export interface Remedy {
  readonly id: "wrapped" | "pointer" | "compress" | "rules" | "whole";
  /** What the button says. */
  readonly title: string;
  /** What it does and what it asks for, a sentence. */
  readonly detail: string;
  readonly edits: readonly { readonly path: Path; readonly value: unknown }[];
  /** Bytes afterwards, in the unit that the platform's limit counts; null where that is not known before. */
  readonly after: number | null;
  /** Whether it then fits. */
  readonly fits: boolean;
}

type Measure = (preset: Preset) => UserData | null;

/**
 * What makes the user data of a node smaller, each with what it comes to. Only what saves something is there, and the way back from what
 * was chosen. `measure` gives the user data of a preset.
 */
export function remediesFor(
  preset: Preset,
  now: UserData,
  measure: Measure,
): Remedy[] {
  const { handOver } = preset.target;
  const wanted: Omit<Remedy, "after" | "fits">[] = [
    ...(handOver === "wrapped" ? [] : [wrap]),
    ...(handOver === "pointer" ? [] : [point(preset)]),
    ...compress(preset),
    ...publishedRules(preset),
    ...(handOver ? [whole] : []),
  ];
  return wanted.flatMap((one) => {
    const found = measure(withAddress(withEdits(preset, one.edits)));
    if (!found) return [];
    const remedy = { ...one, after: found.bytes, fits: found.room !== "over" };
    return one.id === "whole" || found.bytes < now.bytes ? [remedy] : [];
  });
}

const wrap = {
  id: "wrapped",
  title: "Pack it with gzip",
  detail:
    "The whole config, gzipped, inside a config of one line. Works on every platform and needs no server.",
  edits: [{ path: ["target", "handOver"], value: "wrapped" }],
} as const;

const whole = {
  id: "whole",
  title: "Hand it over as it is",
  detail: "The config itself, readable wherever it is pasted.",
  edits: [{ path: ["target", "handOver"], value: undefined }],
} as const;

function point({ target }: Preset): Omit<Remedy, "after" | "fits"> {
  return {
    id: "pointer",
    title: "Fetch it from an address",
    detail: target.handOverFrom
      ? `The platform gets a pointer to ${target.handOverFrom} with the hash of the file, which has to be there before the node boots.`
      : "The platform gets a pointer with the hash of a file that you put on a server before the node boots.",
    edits: [{ path: ["target", "handOver"], value: "pointer" }],
  };
}

/** What a pointer comes to is asked with an address of usual length, where there is none yet. */
function withAddress(preset: Preset): Preset {
  const { target } = preset;
  return target.handOver === "pointer" && !target.handOverFrom
    ? {
        ...preset,
        target: { ...target, handOverFrom: "https://example.com/config.ign" },
      }
    : preset;
}

/** Contents that were given as data URLs: Butane compresses what stands inline and leaves these as they are. */
function compress(preset: Preset): Omit<Remedy, "after" | "fits">[] {
  const edits = [...dataContents(preset, [])].flatMap(({ path, source }) => {
    const bytes = decodeDataUrl(source);
    const packed = bytes && encodeResource(bytes);
    return packed?.compression === "gzip" &&
      packed.source.length + 4 < source.length
      ? [
          { path: [...path, "source"], value: packed.source },
          { path: [...path, "compression"], value: "gzip" },
        ]
      : [];
  });
  if (edits.length === 0) return [];
  const files = edits.length / 2;
  return [
    {
      id: "compress",
      title:
        files === 1 ? "Compress one data URL" : `Compress ${files} data URLs`,
      detail: "Contents that were given as data URLs, compressed with gzip.",
      edits,
    },
  ];
}

/** Rules for updates that the bakery publishes as they would be written out: a line instead of a file, and one more download. */
function publishedRules(preset: Preset): Omit<Remedy, "after" | "fits">[] {
  const { chosen, bakery } = preset.extensions;
  const edits = chosen.flatMap((one, index) =>
    one.rules === undefined &&
    !one.written &&
    publishedRule(one, bakeryBase(one.bakery || bakery || flatcarBakery))
      ? [
          {
            path: ["extensions", "chosen", index, "rules"],
            value: "published",
          },
        ]
      : [],
  );
  if (edits.length === 0) return [];
  return [
    {
      id: "rules",
      title:
        edits.length === 1
          ? "Fetch one update rule"
          : `Fetch ${edits.length} update rules`,
      detail:
        "The bakery's own files in place of those in the config. The first boot waits for them, and no hash checks them.",
      edits,
    },
  ];
}

function* dataContents(
  value: unknown,
  path: Path,
): Generator<{ path: Path; source: string }> {
  if (typeof value !== "object" || value === null) return;
  const { kind, source, compression } = value as Record<string, unknown>;
  if (
    kind === "fetch" &&
    compression === "" &&
    typeof source === "string" &&
    /^data:/i.test(source)
  )
    yield { path, source };
  for (const [key, inner] of Object.entries(value))
    yield* dataContents(inner, [
      ...path,
      Array.isArray(value) ? Number(key) : key,
    ]);
}
