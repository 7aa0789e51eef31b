import type { Preset } from "@/lib/preset/preset";
import { flatcarBakery } from "@/lib/preset/node-extensions";
import { read } from "@/lib/preset/read/read";
import { settlePreset } from "@/lib/preset/settle";
import { isPublic, mirrorBase, placeInMirror, releaseFolder } from "./address";
import type { Fetch } from "./fetch";
import { serverArgument } from "./implicit";
import { crowdedFiles } from "./kit";

/**
 * The same node with every address on a mirror, as `placeInMirror` lays it out: in fields and in a text that is kept whole. OS updates
 * from a public server are switched off, since no folder of files can take its place. What nobody can rewrite (a rule for updates that
 * is fetched itself, a pointer's address, what a network boot loads, what a text names) stays, and the check says so.
 */
export function toMirror(
  preset: Preset,
  fetches: readonly Fetch[],
  mirror: string,
): Preset {
  const base = mirrorBase(mirror);
  const open = fetches.filter(({ url }) => isPublic(url, base));
  // What has no place there of its own stays where it is, which the check tells.
  const crowded = new Set(crowdedFiles(open).map(({ url }) => url));
  const gone = open.filter(({ url }) => !crowded.has(url));
  const moves = movesOf([...gone, ...bakeriesOf(preset, base)], base);
  const named = { ...preset, target: { ...preset.target, mirror: base } };
  return withSettings(withMoves(named, moves), preset, gone, base);
}

type Move = readonly [from: string, to: string];

/** Longest first: a folder must not be moved before a file in it is. */
function movesOf(
  fetches: readonly Pick<Fetch, "url" | "kind">[],
  base: string,
): Move[] {
  const fixed = new Set([
    "os-updates",
    "official",
    "vendor",
    "boot",
    "config",
    // A proxy, an API, a page to look at: only whoever wrote it knows whether a file can take its place.
    "named",
  ]);
  const pairs = fetches
    .filter(({ kind }) => !fixed.has(kind))
    .flatMap(({ url, kind }): Move[] => {
      const from = kind === "updates" ? url.replace(/SHA256SUMS$/, "") : url;
      const place = placeInMirror(url);
      if (place === null) return [];
      const to = base + place;
      const moved = kind === "updates" ? to.replace(/SHA256SUMS$/, "") : to;
      return [
        [from, moved],
        // Typed without the slash at its end.
        ...(from.endsWith("/")
          ? [[from.slice(0, -1), moved.slice(0, -1)] as const]
          : []),
      ];
    });
  return pairs.sort(([one], [other]) => other.length - one.length);
}

/** Bakeries that images of their own come from, as folders. */
function bakeriesOf(
  { extensions }: Preset,
  base: string,
): Pick<Fetch, "url" | "kind">[] {
  return extensions.chosen.flatMap(({ bakery = "" }) =>
    isPublic(bakery, base)
      ? [{ url: `${bakery.replace(/\/$/, "")}/SHA256SUMS`, kind: "updates" }]
      : [],
  );
}

/** The node with its addresses moved; a whole text is read again, so that its sections show what it says now. */
function withMoves(preset: Preset, moves: readonly Move[]): Preset {
  if (preset.rest.whole) {
    const text = moved(preset.rest.text, moves);
    const reading = read(text, { ...preset, rest: { text, whole: true } });
    return reading.ok ? reading.value.preset : preset;
  }
  const { kindling, name, target, ...sections } = preset;
  return { kindling, name, target, ...everywhere(sections, moves) };
}

function everywhere<Value>(value: Value, moves: readonly Move[]): Value {
  if (typeof value === "string") return moved(value, moves) as Value;
  if (Array.isArray(value))
    return value.map((item) => everywhere(item, moves)) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      everywhere(inner, moves),
    ]),
  ) as Value;
}

/** Each place once: what was moved must not be moved again, and a longer address that only begins the same is another. */
function moved(text: string, moves: readonly Move[]): string {
  if (moves.length === 0 || !text.includes("://")) return text;
  const pattern = new RegExp(
    moves
      .map(([from]) =>
        from.endsWith("/")
          ? escaped(from)
          : `${escaped(from)}(?![\\w/%~+@=&?-]|\\.\\w)`,
      )
      .join("|"),
    "g",
  );
  const to = new Map(moves);
  return text.replace(pattern, (from) => to.get(from) ?? from);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

/** What no address in the node says: where the bakery is, where OS payloads are, and that the OS stays as it is. */
function withSettings(
  node: Preset,
  before: Preset,
  gone: readonly Fetch[],
  base: string,
): Preset {
  const bakery = before.extensions.bakery || flatcarBakery;
  const fromBakery =
    isPublic(bakery, base) &&
    before.extensions.chosen.some(({ own, version }) => !own && version !== "");
  const place = placeInMirror(`${bakery.replace(/\/$/, "")}/x`);
  const official = gone.some(({ kind }) => kind === "official");
  const updates = gone.some(({ kind }) => kind === "os-updates");
  const after: Preset = {
    ...node,
    extensions: {
      ...node.extensions,
      ...(fromBakery && place && !node.rest.whole
        ? { bakery: base + place.slice(0, -1) }
        : {}),
    },
    kernel: {
      ...node.kernel,
      arguments:
        official && node.target.platform !== "pxe"
          ? [
              ...node.kernel.arguments.filter(
                (one) => !one.startsWith(serverArgument),
              ),
              `${serverArgument}${base}${releaseFolder}`,
            ]
          : node.kernel.arguments,
    },
    osUpdates: updates
      ? { ...node.osUpdates, server: "disabled" }
      : node.osUpdates,
  };
  return settlePreset(node, after);
}
