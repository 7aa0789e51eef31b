import { existsSync } from "node:fs";
import { isFatal, parse, rangeOf, type Path } from "@/lib/butane";
import { parsePreset, type Preset } from "@/lib/preset";
import { openShare, type ShareError } from "@/lib/share/codec";
import { readInput } from "./io";
import type { Shown } from "./report";

/** A text that was read, and where it came from. */
export interface Input {
  /** What messages call it. */
  readonly name: string;
  readonly text: string;
}

export type ReadPreset =
  | {
      readonly ok: true;
      readonly preset: Preset;
      /** Secrets that a link was made without. */
      readonly leftOut: readonly Path[];
    }
  | { readonly ok: false; readonly problem: Shown };

/** Behind `#` where there is one, else the whole word: `https://kindling.example/#p1.…`, `#p1.…`, `p1.…`. */
const linkPattern = /^(?:\S*#)?(p\d+\.\S*)$/;

/** What a command was given: a file, standard input, or a share link as the word itself. */
export async function readWord(word: string | undefined): Promise<Input> {
  const link = linkPattern.exec(word ?? "")?.[1];
  // A file may have any name, `p1.json` as well; a link names no file.
  if (link !== undefined && !existsSync(word!)) {
    return { name: "the link", text: link };
  }
  return readInput(word);
}

/** Whether a text is a preset or the link of one, by its looks; the rest is for `readPreset` to say. */
export function looksLikePreset(text: string): boolean {
  return linkPattern.test(text.trim()) || /^\s*\{\s*"kindling"/.test(text);
}

/** The preset in a text: JSON, or a share link. */
export function readPreset({ text }: Input): ReadPreset {
  const link = linkPattern.exec(text.trim())?.[1];
  return link === undefined ? readJson(text) : readLink(link);
}

function readJson(text: string): ReadPreset {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    if (!/^\s*[{[]/.test(text)) {
      return refuse("This is neither a preset nor a share link.", {
        why: "For a Butane document there is kindling transpile.",
      });
    }
    return refuse(`This preset is no valid JSON: ${jsonProblem(error)}.`, {
      range: parse(text).report.find(isFatal)?.range,
    });
  }
  const preset = parsePreset(given);
  if (preset.ok) return { ok: true, preset: preset.value, leftOut: [] };
  const { sentence, path } = preset.error;
  // JSON is YAML, so the reader of Butane knows where a key stands.
  return refuse(sentence, {
    range: rangeOf(parse(text), path),
    path: path.join(".") || undefined,
  });
}

/** V8's message without the piece of the text that it adds, which has line breaks in it. */
function jsonProblem(error: unknown): string {
  return (error as Error).message.split(/,? (?:\.{3}|in JSON|")/)[0]!;
}

const refusals: Readonly<Record<ShareError, string>> = {
  "unknown-codec": "This is no share link of Kindling.",
  "newer-version": "This link was made by a newer Kindling than this one.",
  damaged: "This link is damaged: characters of it are missing or changed.",
  truncated: "This link is cut off: its end is missing.",
  "too-large": "This link is longer than any that Kindling opens.",
  "bad-preset": "This link is whole, but holds no preset.",
};

function readLink(link: string): ReadPreset {
  const opened = openShare(link);
  if (!opened.ok) return refuse(refusals[opened.error]);
  return { ok: true, ...opened.value };
}

function refuse(sentence: string, place: Partial<Shown> = {}): ReadPreset {
  return { ok: false, problem: { kind: "error", sentence, ...place } };
}
