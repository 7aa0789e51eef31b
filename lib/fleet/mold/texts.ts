import {
  encodeResource,
  ignitionSpec,
  type IgnitionConfig,
  type IgnitionVersion,
} from "@/lib/butane";
import { utf8 } from "@/lib/bytes";
import { setAt } from "@/lib/set-at";

/** The text of a file in the three forms that a node has it: as it was put, as Butane and as Ignition. */
export interface Leaf {
  readonly path: string;
  readonly inline: string;
  /** Places in the lists of files. */
  readonly inButane: number;
  readonly inIgnition: number;
  readonly compression: string;
}

interface Listed {
  readonly path?: string;
  readonly contents?: {
    readonly inline?: string;
    readonly source?: string;
    readonly compression?: string;
  };
}

const filesOf = (config: unknown): readonly Listed[] => {
  const files = (config as { storage?: { files?: unknown } } | null)?.storage
    ?.files;
  return Array.isArray(files) ? (files as Listed[]) : [];
};

/**
 * Texts that the emitter and the reader give back as they are and that need no work to be told: the others are left to them. The length is
 * far below where compressing one text could shorten the effort for another.
 */
export function isSimple(text: string): boolean {
  return text !== "" && text.length <= 16_384 && /^[\t\n -~]*$/.test(text);
}

/** Finds the text of a file in a node; `null` where it is not there once, or not as it was put. */
export function leafOf(
  { path, inline }: { readonly path: string; readonly inline: string },
  butane: unknown,
  ignition: unknown,
): Leaf | null {
  const inButane = only(filesOf(butane), path);
  const inIgnition = only(filesOf(ignition), path);
  if (inButane < 0 || inIgnition < 0 || !isSimple(inline)) return null;
  const read = filesOf(butane)[inButane]!.contents?.inline;
  const { source, compression } = filesOf(ignition)[inIgnition]!.contents ?? {};
  const made = encodeResource(utf8(inline));
  return read === inline &&
    source === made.source &&
    compression === made.compression &&
    compression !== undefined
    ? { path, inline, inButane, inIgnition, compression }
    : null;
}

/** The place of the only entry of that path, or -1. */
function only(files: readonly Listed[], path: string): number {
  const at = files.findIndex((file) => file.path === path);
  const last = files.findLastIndex((file) => file.path === path);
  return at === last ? at : -1;
}

/** The data URL of another text in the place of a leaf; `null` where more than the address would be different. */
export function sourceOf(leaf: Leaf, inline: string): string | null {
  if (!isSimple(inline)) return null;
  const made = encodeResource(utf8(inline));
  return made.compression === leaf.compression ? made.source : null;
}

/** The Ignition JSON in pieces, with the address of a leaf between each two; `null` where it cannot be cut. */
export function cut(
  ignition: unknown,
  output: string,
  leaves: readonly Leaf[],
): readonly string[] | null {
  const { version } = (ignition as { ignition: { version: IgnitionVersion } })
    .ignition;
  const marked = leaves.reduce<unknown>(
    (config, { inIgnition }, index) =>
      withSource(config, inIgnition, `${mark}${index};`),
    ignition,
  );
  const text = ignitionSpec(version).marshal(marked as IgnitionConfig);
  if (output.includes(mark)) return null;
  const pieces = text.split(new RegExp(`${mark}[0-9]+;`));
  const order = [...text.matchAll(new RegExp(`${mark}([0-9]+);`, "g"))];
  const inOrder = order.every(([, index], at) => Number(index) === at);
  return pieces.length === leaves.length + 1 && inOrder ? pieces : null;
}

const mark = "kindling-mold-4f1c9a-";

/** The pieces with addresses between them, as `marshal` writes them. */
export function joined(
  pieces: readonly string[],
  sources: readonly string[],
): string {
  let text = pieces[0]!;
  sources.forEach((source, index) => {
    // A data URL is ASCII without quotes and backslashes; Go escapes what HTML could trip over.
    text += source.replace(/[<>&]/g, escaped) + pieces[index + 1]!;
  });
  return text;
}

const escaped = (sign: string) =>
  `\\u00${sign.charCodeAt(0).toString(16).padStart(2, "0")}`;

/** An Ignition config that differs in one address alone; `file` counts in its list of files. */
export function withSource(
  ignition: unknown,
  file: number,
  source: string,
): unknown {
  return setAt(
    ignition,
    ["storage", "files", file, "contents", "source"],
    source,
  );
}

/** A Butane document that differs in one text alone; `file` counts in its list of files. */
export function withInline(
  butane: unknown,
  file: number,
  inline: string,
): unknown {
  return setAt(
    butane,
    ["storage", "files", file, "contents", "inline"],
    inline,
  );
}
