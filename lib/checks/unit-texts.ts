import type { Path } from "@/lib/butane";
import type { Composed } from "@/lib/preset/compose";
import { valueAt } from "@/lib/set-at";
import { entriesOf, textAt } from "./document";

/** What systemd reads of a unit: a text of its own, or a drop-in. */
interface UnitText {
  readonly unit: string;
  readonly text: string;
  readonly isDropin: boolean;
  readonly isMasked: boolean;
  /** Where the text stands in the document. */
  readonly at: Path;
}

/** Texts of units, their drop-ins, and files that are one of them. */
export function unitTexts(composed: Composed): UnitText[] {
  const units = entriesOf(composed, ["systemd", "units"]).flatMap(
    ({ value, at }): UnitText[] => {
      const unit = textAt(value, "name");
      const isMasked = textAt(value, "mask") === "true";
      const dropins = valueAt(value, ["dropins"]);
      return [
        {
          ...{ unit, isMasked, isDropin: false },
          text: textAt(value, "contents"),
          at: [...at, "contents"],
        },
        ...(Array.isArray(dropins) ? dropins : []).map((dropin, index) => ({
          ...{ unit, isMasked, isDropin: true },
          text: textAt(dropin, "contents"),
          at: [...at, "dropins", index, "contents"],
        })),
      ];
    },
  );
  const files = entriesOf(composed, ["storage", "files"]).flatMap(
    ({ value, at }): UnitText[] => {
      const [, unit, dropin] =
        /^\/etc\/systemd\/system\/([^/]+?)(\.d\/[^/]+\.conf)?$/.exec(
          textAt(value, "path"),
        ) ?? [];
      if (unit === undefined) return [];
      return [
        {
          ...{ unit, isMasked: false, isDropin: dropin !== undefined },
          text: textAt(value, "contents", "inline"),
          at: [...at, "contents", "inline"],
        },
      ];
    },
  );
  return [...units, ...files];
}
