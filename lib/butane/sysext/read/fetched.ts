import type { OpenDocument } from "../../edit";
import { fetchUnit } from "../emit-first-boot";
import { extensionById } from "../extensions";
import { isImageName } from "../names";
import { iniValue, textAt } from "../plain-values";
import type { FoundImage } from "./images";

/** Images that a document has the node fetch by itself: a transfer file, and the unit that runs it on the first boot. */
export function findFetched(
  document: OpenDocument,
  images: readonly FoundImage[],
): FoundImage[] {
  return document.entriesOf("storage.files").flatMap((file) => {
    const id = /^\/etc\/sysupdate\.([^/]+)\.d\/[^/]+\.conf$/.exec(
      file.key,
    )?.[1];
    if (id === undefined || !isImageName(id)) return [];
    if (images.some((image) => image.id === id)) return [];
    if (document.named("systemd.units", fetchUnit(id)).length === 0) return [];
    const text = textAt(file.value, "contents", "inline") ?? "";
    const from = iniValue(text.split(/^\s*\[Target\]/m, 1)[0]!, "Path") ?? "";
    const series = seriesIn(id, iniValue(text, "MatchPattern") ?? "");
    return [
      {
        id,
        url: "",
        // The first of the series stands for it: which one the node gets, no document says.
        version: series === "" ? "" : `${series}.0`,
        architecture: null,
        hash: "",
        known: extensionById(id)?.kind === "bakery" && from.endsWith(`/${id}/`),
        file,
        link: null,
        fetched: true,
      },
    ];
  });
}

/** What stands before `@v` in a pattern: `v1.32` of `kubernetes-v1.32.@v-%a.raw`. */
export function seriesIn(id: string, pattern: string): string {
  const rest = pattern.startsWith(`${id}-`) ? pattern.slice(id.length + 1) : "";
  const at = rest.indexOf(".@v");
  return at < 0 ? "" : rest.slice(0, at);
}
