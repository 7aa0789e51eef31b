import { catalogued, type ChosenImage } from "../node";
import type { WrittenEntry } from "../written";
import { settingsEntries, strayEntries } from "./entries-of";
import {
  draftOf,
  missing,
  nodeWith,
  type Candidate,
  type Reading,
} from "./reading";

/** How much of a candidate we write our way; each is one step further back than the one before. */
const asOurs = 0;
/** Its image as the document has it. */
const imageWritten = 1;
/** Everything as the document has it. */
const allWritten = 2;
// Beyond that it is not chosen at all.

/** Steps back, extension by extension, until nothing would be written that is not there. */
export function settled(
  reading: Reading,
  candidates: readonly Candidate[],
): ChosenImage[] {
  const levels = candidates.map(({ ours, complete }) =>
    complete ? (ours ? asOurs : imageWritten) : allWritten,
  );
  for (;;) {
    const steps = candidates.flatMap((one, index) =>
      atLevel(reading, one, levels[index]!, candidates).map((chosen) => ({
        chosen,
        index,
      })),
    );
    const chosen = steps.map((step) => step.chosen);
    const blamed = new Set(
      missing(reading, draftOf(reading, chosen)).map(({ origin }) =>
        typeof origin?.[1] === "number" ? steps[origin[1]]?.index : undefined,
      ),
    );
    if (blamed.size === 0) return chosen;
    const known = [...blamed].filter((at) => at !== undefined);
    for (const at of known.length > 0 ? known : levels.keys()) levels[at]! += 1;
  }
}

function atLevel(
  reading: Reading,
  candidate: Candidate,
  level: number,
  all: readonly Candidate[],
): ChosenImage[] {
  const { chosen, image } = candidate;
  if (level === asOurs) return [chosen];
  if (level > allWritten || image.length === 0) return [];
  const written = {
    version: chosen.version,
    architecture: reading.node.architecture,
    settings: level === imageWritten,
    entries: [...image, ...besideImage(reading, candidate, level, all)],
  };
  return [{ ...chosen, written }];
}

/** The document's own entries beside the image; with our own settings, those that no setting has to do with. */
function besideImage(
  reading: Reading,
  { chosen }: Candidate,
  level: number,
  all: readonly Candidate[],
): WrittenEntry[] {
  const extension = catalogued(chosen);
  if (!extension) return [];
  const entriesOf = level === allWritten ? settingsEntries : strayEntries;
  return entriesOf(reading.document, extension, chosen, nodeWith(reading, all));
}
