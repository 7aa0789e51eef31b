import { plainDataUrl } from "../../resource/encode";
import type { Values } from "../../struct/decode";
import type { Shape } from "../../struct/shape";
import type { Place, Translation } from "../../translate/translation";
import { encodeUtf8 } from "../../utf8";
import type { FileContents } from "./schema";

/** `inline` becomes a data URL in `source`, as it stands: this spec compresses nothing. */
export function translateFileContents(
  run: Translation,
  shape: Shape,
  from: FileContents,
  place: Place,
): Values {
  const to = run.copy(shape, from as Values, place);
  if (from.inline === undefined) return to;
  run.sources.add({
    from: [...place.from, "inline"],
    to: [...place.to, "source"],
  });
  return { ...to, source: plainDataUrl(encodeUtf8(from.inline)) };
}
