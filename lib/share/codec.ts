import type { Path } from "@/lib/butane";
import { parsePreset, secretsIn, toStored, type Preset } from "@/lib/preset";
import { fail, ok, type Result } from "@/lib/result";
import { dictionaryP1 } from "./dictionary-p1";
import { type EnvelopeError, type Format, open, seal } from "./envelope";
import { readLeftOut, writeLeftOut } from "./left-out";

/** Why a link can't be opened. The draft that was open stays. */
export type ShareError =
  | EnvelopeError
  /** No link of ours begins like this. */
  | "unknown-codec"
  /** Written by a later Kindling: its codec, or the preset in it. */
  | "newer-version"
  /** The link is whole, but what it holds is no preset. */
  | "bad-preset";

/** Lengths of a link, in characters, at which it is worth saying something. */
export const linkLengths = {
  /** Chats and mail programs begin to cut here. */
  long: 2_000,
  /** From here on a link needs an alternative beside it. */
  veryLong: 4_000,
  /** Longer ones are not opened. */
  longest: 262_144,
} as const;

export interface SharedLink {
  /** What goes after `#`: only letters, digits, `-`, `_` and one `.`. */
  readonly link: string;
  /** Where the preset holds secrets that the link does not. */
  readonly leftOut: readonly Path[];
  readonly length: "fine" | "long" | "very-long" | "too-long";
}

export interface OpenedLink {
  readonly preset: Preset;
  /** Secrets that the sender had and the link does not hold: to be filled in. */
  readonly leftOut: readonly Path[];
}

// Codecs by name. A new one is added and written with; those before it keep reading, for ever.
const p1: Format = {
  dictionary: dictionaryP1,
  longestPayload: linkLengths.longest - "p1.".length,
  longestText: 2 ** 21,
};
const formats = new Map([["p1", p1]]);

/** The link of a preset, without its secrets. Equal presets give equal links. */
export function encodeShare(preset: Preset): SharedLink {
  const stored = toStored(preset, { secrets: "omit" }) as object;
  const leftOut = secretsIn(preset);
  const json = JSON.stringify(writeLeftOut(stored, leftOut));
  const link = `p1.${seal(json, p1)}`;
  return { link, leftOut, length: judgeLength(link) };
}

/**
 * The preset of a link, which may begin with `#`, and what the sender left out of it. Every other text is refused with
 * a reason; nothing is ever guessed, mended or replaced by a sample.
 */
export function openShare(fragment: string): Result<OpenedLink, ShareError> {
  const link = fragment.startsWith("#") ? fragment.slice(1) : fragment;
  const [, codec = "", payload = ""] = /^(p\d+)\.(.*)$/s.exec(link) ?? [];
  const format = formats.get(codec);
  if (!format) return fail(isNewer(codec) ? "newer-version" : "unknown-codec");
  const opened = open(payload, format);
  return opened.ok ? readShared(opened.value) : opened;
}

/** Only the preset of a link; see `openShare`. */
export function decodeShare(fragment: string): Result<Preset, ShareError> {
  const opened = openShare(fragment);
  return opened.ok ? ok(opened.value.preset) : opened;
}

/**
 * Whether the part of an address behind `#` was meant as a link of ours, whole or not, so that a broken one is
 * explained and any other fragment left alone.
 */
export function isShareLink(fragment: string): boolean {
  return /^#?(p\d+\.|\w{1,3}\.[\w-]{10})/.test(fragment);
}

function readShared(json: string): Result<OpenedLink, ShareError> {
  try {
    const parsed: unknown = JSON.parse(json, refusePrototypeKeys);
    if (versionOf(parsed) > 1) return fail("newer-version");
    const { stored, leftOut } = readLeftOut(parsed);
    const preset = parsePreset(stored);
    if (!preset.ok || !leftOut) return fail("bad-preset");
    return ok({ preset: preset.value, leftOut });
  } catch {
    return fail("bad-preset");
  }
}

function refusePrototypeKeys(key: string, value: unknown): unknown {
  if (key === "__proto__" || key === "constructor" || key === "prototype") {
    throw new SyntaxError("a preset has no such key");
  }
  return value;
}

function versionOf(stored: unknown): number {
  const version = (stored as { kindling?: unknown } | null)?.kindling;
  return typeof version === "number" ? version : 0;
}

function isNewer(codec: string): boolean {
  return /^p[1-9]\d*$/.test(codec);
}

function judgeLength({ length }: string): SharedLink["length"] {
  if (length > linkLengths.longest) return "too-long";
  if (length > linkLengths.veryLong) return "very-long";
  return length > linkLengths.long ? "long" : "fine";
}
