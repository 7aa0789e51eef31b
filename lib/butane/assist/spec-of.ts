import { specs } from "../variants";
import type { Spec } from "../variants/spec";
import { parseVersion } from "../version";
import { readLines, unquoted } from "./lines";

const usual = specs.find(
  ({ variant, version }) => variant === "flatcar" && version === "1.1.0",
)!;

/**
 * The spec that a text is written in, as far as its header says: the newest of its variant where the version is not
 * known yet, and Flatcar's where there is no variant.
 */
export function specOf(text: string): Spec {
  const { variant, version } = headerOf(text);
  const own = specsOf(variant?.value ?? usual.variant);
  const said = parseVersion(version?.value ?? "");
  return own.find((one) => one.version === said) ?? newest(own) ?? usual;
}

/** All versions of a variant, oldest first. */
export function specsOf(variant: string): readonly Spec[] {
  return specs.filter((one) => one.variant === variant);
}

/** The newest version that is no experiment. */
export function newest(all: readonly Spec[]): Spec | undefined {
  const steady = all.filter(({ version }) => !version.includes("-"));
  return steady.at(-1) ?? all.at(-1);
}

interface HeaderValue {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

interface HeaderValues {
  readonly variant?: HeaderValue;
  readonly version?: HeaderValue;
}

let last: { readonly text: string; readonly header: HeaderValues } | null =
  null;

/** What a text says of itself, wherever in it that stands. */
export function headerOf(text: string): HeaderValues {
  if (last?.text !== text) last = { text, header: readHeader(text) };
  return last.header;
}

function readHeader(text: string): HeaderValues {
  const header: Record<string, HeaderValue> = {};
  for (const { key, value, frame } of readLines(text)) {
    if (!key || !value || frame?.parent) continue;
    const name = unquoted(text.slice(key.start, key.end));
    if (name !== "variant" && name !== "version") continue;
    header[name] ??= {
      ...value,
      value: unquoted(text.slice(value.start, value.end)),
    };
  }
  return header;
}
