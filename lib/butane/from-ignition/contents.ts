import { checkEmbedded } from "../ignition/check-text";
import type { IgnitionSpec } from "../ignition";
import type { Path } from "../path";
import { isFatal } from "../report";
import { decodeDataUrl } from "../resource/data-url";
import { encodeResource } from "../resource/encode";
import { gunzip } from "../resource/gunzip";
import type { Values } from "../struct/decode";
import { decodeUtf8 } from "../utf8";

/** What is asked of text that takes the place of a data URL. */
export interface Wanted {
  /** Whether Butane has to make the same data URL of the text again. */
  readonly exact: boolean;
  /** The spec that configs inside the config are held to. */
  readonly ignition: IgnitionSpec;
}

/**
 * A resource with the text it holds instead of a data URL. Bytes that are no text stay as they are, and so do others
 * where that is `wanted`.
 */
export function readableResource(
  resource: Values,
  at: Path,
  wanted: Wanted,
): Values {
  const { source, compression, ...others } = resource;
  if (typeof source !== "string") return resource;
  const bytes = bytesOf(source, compression);
  const inline = bytes && textOf(bytes);
  if (inline === undefined) return resource;
  if (wanted.exact && !makesAgain(bytes!, source, compression)) return resource;
  if (isConfig(at) && !isSound(inline, at, wanted.ignition)) return resource;
  return { ...others, inline };
}

/** The bytes that a data URL brings to the node. */
export function bytesOf(
  source: string,
  compression: unknown,
): Uint8Array | undefined {
  const bytes = decodeDataUrl(source);
  return bytes && compression === "gzip" ? gunzip(bytes) : bytes;
}

/** Anything but the line breaks and tabs of a text file; a byte that is no UTF-8 is half a surrogate pair here. */
const unreadable =
  // eslint-disable-next-line no-control-regex -- control characters are what it looks for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udfff]/u;

function textOf(bytes: Uint8Array): string | undefined {
  const text = decodeUtf8(bytes);
  return unreadable.test(text) ? undefined : text;
}

/** Whether Butane makes the resource again, gzip compared by what it holds. */
function makesAgain(
  bytes: Uint8Array,
  source: string,
  compression: unknown,
): boolean {
  // Butane always says it of contents that it has encoded itself.
  if (compression === undefined) return false;
  const made = encodeResource(bytes);
  if (made.compression === "gzip" || compression === "gzip") return true;
  return made.source === source && made.compression === compression;
}

function isConfig(at: Path): boolean {
  return at[0] === "ignition" && at[1] === "config";
}

/** Butane holds a config inside the document to the rules; one that breaks them passes only as a data URL. */
function isSound(text: string, at: Path, ignition: IgnitionSpec): boolean {
  const { readable, report } = checkEmbedded(text, ignition, at);
  return readable && !report.some(isFatal);
}
