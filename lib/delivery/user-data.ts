import { gzipSync } from "fflate";
import { base64Length, toBase64, utf8 } from "@/lib/bytes";
import type {
  Encoded,
  Encoding,
  Limit,
  Platform,
  Snippet,
  SnippetInput,
  Take,
  UserData,
} from "./platform";

/** From this share of a limit on, the size is worth a warning. */
const tightFrom = 0.8;

/** What VMware calls the config; how it is encoded stands beside it, in `.encoding`. */
export const guestinfo = "guestinfo.ignition.config.data";

/** What snippets need beside the config; without a release they take the channel's current one. */
export type NodeFacts = Omit<SnippetInput, "config" | "release"> & {
  readonly release?: string;
};

/**
 * The config as `platform` hands it to the node: the text to copy, its size in the unit the platform's limit counts,
 * and the commands that use it. `compactIgnition` is taken as it is, byte for byte. Without `encoding` it is the one that
 * the platform prefers.
 */
export function userDataFor(
  platform: Platform,
  compactIgnition: string,
  facts: NodeFacts,
  encoding?: Encoding,
): UserData {
  const node = {
    release: "",
    ...facts,
    // A name of nothing but dashes would vanish when it is quoted, and a command needs a name.
    name: facts.name.replace(/^-+/, "").trim() || "node-1",
  };
  const input: SnippetInput = { ...node, config: compactIgnition };
  const encoded = encodedFor(platform, compactIgnition, encoding);
  // Whoever pastes the first command must not hand over what the platform cuts off.
  const isUsable = (one: Snippet) =>
    (one.encoding === undefined || one.encoding === encoded.encoding) &&
    (!one.withinLimit || (encoded.share ?? 0) <= 1);
  return {
    platform,
    config: compactIgnition,
    node,
    ...encoded,
    snippets: platform.snippets.filter(isUsable).map((snippet) => ({
      title: snippet.title,
      language: snippet.language,
      text: snippet.text(input),
      documented: snippet.documented,
    })),
  };
}

/**
 * The config in one encoding, as the platform's limit counts it. Without `encoding`: the platform's first, and for guestinfo
 * the first that fits, because a person can read base64 back with one command.
 */
export function encodedFor(
  platform: Platform,
  config: string,
  encoding?: Encoding,
): Encoded {
  const { limit, takes, wrap } = platform;
  const { payloadIn, sizeIn } = packer(config, limit);
  const fits = ({ encoding }: Take) =>
    sizeIn(encoding) <= (limit?.bytes ?? Infinity);
  const preferred = () =>
    (wrap && (takes.find(fits) ?? takes[takes.length - 1])) || takes[0];
  const chosen = encoding ?? preferred().encoding;
  const bytes = sizeIn(chosen);
  const value = chosen === "plain" ? config : toBase64(payloadIn(chosen));
  return {
    text:
      wrap === "guestinfo"
        ? `${guestinfo} = "${value}"\n${guestinfo}.encoding = "${chosen}"\n`
        : value,
    bytes,
    share: limit ? bytes / limit.bytes : null,
    room: roomIn(limit, bytes),
    encoding: chosen,
    fileName:
      wrap || chosen === "plain" ? platform.fileName : base64Names[chosen],
  };
}

const base64Names = {
  base64: "config.ign.b64",
  "gzip+base64": "config.ign.gz.b64",
} as const;

/** Packs a config and measures it. Packing takes longer than all the rest, so it is done once, and only when it is asked for. */
function packer(config: string, limit: Limit | undefined) {
  const raw = utf8(config);
  let packed: Uint8Array | null = null;
  /** What the node gets once base64, a matter of transport, is undone. */
  const payloadIn = (encoding: Encoding): Uint8Array =>
    encoding === "gzip+base64"
      ? // mtime 0 keeps the time of day out of the bytes: the same node gives the same text.
        (packed ??= gzipSync(raw, { level: 9, mtime: 0 }))
      : raw;
  const sizeIn = (encoding: Encoding): number => {
    const { length } = payloadIn(encoding);
    return limit?.counts === "base64" ? base64Length(length) : length;
  };
  return { payloadIn, sizeIn };
}

function roomIn(limit: Limit | undefined, bytes: number): UserData["room"] {
  if (!limit) return "unknown";
  if (bytes > limit.bytes) return limit.otherwise ? "tight" : "over";
  const tight = bytes >= tightFrom * limit.bytes;
  return tight || bytes > (limit.warnAbove ?? Infinity) ? "tight" : "plenty";
}
