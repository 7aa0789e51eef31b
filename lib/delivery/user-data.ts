import { gzipSync } from "fflate";
import { base64Length, toBase64, utf8 } from "@/lib/bytes";
import type { Limit, Platform, SnippetInput, UserData } from "./platform";

/** From this share of a limit on, the size is worth a warning. */
const tightFrom = 0.8;

const guestinfo = "guestinfo.ignition.config.data";

/** What snippets need beside the config; without a release they take the channel's current one. */
export type NodeFacts = Omit<SnippetInput, "config" | "release"> & {
  readonly release?: string;
};

/**
 * The config as `platform` hands it to the node: the text to copy, its size in the unit the platform's limit counts,
 * and the commands that use it. `compactIgnition` is taken as it is, byte for byte.
 */
export function userDataFor(
  platform: Platform,
  compactIgnition: string,
  node: NodeFacts,
): UserData {
  const packed =
    platform.encoding === "guestinfo"
      ? packGuestinfo(compactIgnition, platform.limit)
      : packPlain(compactIgnition, platform.limit);
  const input: SnippetInput = {
    release: "",
    ...node,
    // A name of nothing but dashes would vanish when it is quoted, and a command needs a name.
    name: node.name.replace(/^-+/, "").trim() || "node-1",
    config: packed.text,
  };
  return {
    platform,
    ...packed,
    share: platform.limit ? packed.bytes / platform.limit.bytes : null,
    room: roomIn(platform.limit, packed.bytes),
    snippets: platform.snippets.map((snippet) => ({
      title: snippet.title,
      language: snippet.language,
      text: snippet.text(input),
      documented: snippet.documented,
    })),
  };
}

type Packed = Pick<UserData, "text" | "bytes" | "encoding">;

function packPlain(config: string, limit: Limit | undefined): Packed {
  const raw = utf8(config).length;
  const bytes = limit?.counts === "base64" ? base64Length(raw) : raw;
  return { text: config, bytes, encoding: "plain" };
}

/** base64 as long as it fits, because a person can read it back with one command; gzip below it where it does not. */
function packGuestinfo(config: string, limit: Limit | undefined): Packed {
  const raw = utf8(config);
  const fits = base64Length(raw.length) <= (limit?.bytes ?? Infinity);
  const encoding = fits ? "base64" : "gzip+base64";
  // mtime 0 keeps the time of day out of the bytes: the same node gives the same text.
  const value = toBase64(fits ? raw : gzipSync(raw, { level: 9, mtime: 0 }));
  const text = `${guestinfo} = "${value}"\n${guestinfo}.encoding = "${encoding}"\n`;
  return { text, bytes: value.length, encoding };
}

function roomIn(limit: Limit | undefined, bytes: number): UserData["room"] {
  if (!limit) return "unknown";
  if (bytes > limit.bytes) return "over";
  const tight = bytes >= tightFrom * limit.bytes;
  return tight || bytes > (limit.warnAbove ?? Infinity) ? "tight" : "plenty";
}
