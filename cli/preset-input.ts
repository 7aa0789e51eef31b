import { existsSync } from "node:fs";
import type { Path } from "@/lib/butane";
import { importText } from "@/lib/import";
import { readPresetText } from "@/lib/import/preset-text";
import type { Preset } from "@/lib/preset";
import { openShare } from "@/lib/share/codec";
import { refusalOf } from "@/lib/share/refusal";
import { readInput, Refusal } from "./io";
import { formatProblems, type Shown } from "./report";
import type { TerminalStyle } from "./terminal";

/** A text that was read, and where it came from. */
export interface Input {
  /** What messages call it. */
  readonly name: string;
  readonly text: string;
}

interface OpenedPreset {
  readonly preset: Preset;
  /** Secrets that a link was made without. */
  readonly leftOut: readonly Path[];
}

export type ReadPreset =
  | ({ readonly ok: true } & OpenedPreset)
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

/** The node of whatever people have: a preset, a link, a Butane document, an Ignition config, a cloud-config. */
export async function readNode(
  word: string | undefined,
  verb: string,
): Promise<Preset> {
  const { name, text } = await readWord(word);
  const answer = importText(text);
  if (answer.ok) return answer.preset;
  throw new Refusal(
    `cannot ${verb} ${name}: ${answer.sentence}${answer.why ? ` ${answer.why}` : ""}`,
  );
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

/** The preset that a word names, for a command that can do nothing without one. */
export async function openPreset(
  word: string | undefined,
  style: TerminalStyle,
): Promise<OpenedPreset & { readonly input: Input }> {
  const input = await readWord(word);
  const read = readPreset(input);
  if (read.ok) return { ...read, input };
  const place = { file: input.name, text: input.text };
  const said = formatProblems([read.problem], { ...style, ...place });
  throw new Refusal(said.trimEnd());
}

function readJson(text: string): ReadPreset {
  if (!/^\s*[{[]/.test(text)) {
    return refuse("This is neither a preset nor a share link.", {
      why: "For a Butane document there is kindling transpile.",
    });
  }
  const preset = readPresetText(text);
  if (preset.ok) return { ok: true, preset: preset.value, leftOut: [] };
  const { sentence, path, range } = preset.error;
  return refuse(sentence, { range, path: path.join(".") || undefined });
}

function readLink(link: string): ReadPreset {
  const opened = openShare(link);
  if (!opened.ok) return refuse(refusalOf(opened.error));
  return { ok: true, ...opened.value };
}

function refuse(sentence: string, place: Partial<Shown> = {}): ReadPreset {
  return { ok: false, problem: { kind: "error", sentence, ...place } };
}
