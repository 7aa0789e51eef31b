import { encodeUtf8 } from "../../utf8";
import type { Path } from "../../path";
import { encodeResource, type EncodedResource } from "../../resource/encode";
import type { Values } from "../../struct/decode";
import type { Shape } from "../../struct/shape";
import type { Place, Translation } from "../../translate/translation";
import type { Resource } from "./schema";

/** `inline` and `local` become a data URL in `source`. */
export function translateResource(
  run: Translation,
  shape: Shape,
  from: Resource,
  place: Place,
): Values {
  const to = run.copy(shape, from as Values, place);
  if (from.local !== undefined) {
    const at = [...place.from, "local"];
    const bytes = run.readLocal(from.local);
    if ("code" in bytes) run.fail(bytes.code, at, bytes.values);
    else embed(run, bytes, to, at, place.to);
  }
  if (from.inline !== undefined) {
    embedText(run, from.inline, to, [...place.from, "inline"], place.to);
  }
  return to;
}

function embedText(
  run: Translation,
  text: string,
  to: Values,
  from: Path,
  at: Path,
): void {
  const { contents, compress = true } = run.options;
  const encode = () => encoded(run, encodeUtf8(text), to);
  const known = contents && compress && !to.compression;
  put(run, known ? contents.get(text, encode) : encode(), to, from, at);
}

/** Puts bytes into the Ignition resource `to`; `from` is the place in the document that they came from. */
export function embed(
  run: Translation,
  bytes: Uint8Array,
  to: Values,
  from: Path,
  at: Path,
): void {
  put(run, encoded(run, bytes, to), to, from, at);
}

function encoded(
  run: Translation,
  bytes: Uint8Array,
  to: Values,
): EncodedResource {
  return encodeResource(bytes, {
    compression: to.compression as string | undefined,
    allowCompression: run.options.compress ?? true,
    effort: run.effort,
  });
}

function put(
  run: Translation,
  made: EncodedResource,
  to: Values,
  from: Path,
  at: Path,
): void {
  for (const [key, value] of Object.entries(made)) {
    to[key] = value;
    run.sources.add({ from, to: [...at, key] });
  }
}
