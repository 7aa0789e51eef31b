import { emitImage, updatedImage } from "../emit-image";
import type { ChosenImage } from "../node";
import { valueAt } from "../plain-values";
import type { UpdatedImage } from "../updates";
import { imageEntries } from "./entries-of";
import { findNoop, type FoundUpdates } from "./found-updates";
import type { FoundImage } from "./images";
import { proposals } from "./proposals";
import {
  chosenBefore,
  drafted,
  missing,
  type Candidate,
  type Reading,
} from "./reading";

/** An image as it may have been chosen so that we would write what stands there; else as near to it as we know. */
export function imageCandidate(
  reading: Reading,
  image: FoundImage,
  updates: FoundUpdates,
): Candidate {
  const before = chosenBefore(reading, image.id, "bakery");
  const entries = imageEntries(reading.document, image, updates);
  const proposed = proposals(image, updates, before, reading.node.bakery);
  const ours = proposed.find((chosen) =>
    isWritten(reading, chosen, image, updates),
  );
  return {
    chosen: ours ?? proposed.at(-1)!,
    image: entries,
    ours: ours !== undefined,
    complete: true,
  };
}

/** Whether the document has what we would write for the image when it is chosen like this. */
function isWritten(
  reading: Reading,
  chosen: ChosenImage,
  image: FoundImage,
  updates: FoundUpdates,
): boolean {
  const node = { ...reading.node, chosen: [chosen] };
  const updated = updatedImage(node, chosen);
  if (!keptUpAlike(chosen, updated, image, updates)) return false;
  const draft = drafted((document) => emitImage(document, node, chosen, []));
  if (missing(reading, draft).length > 0) return false;
  return updated?.hold !== false || runsUpdates(reading);
}

/** Whether the node would keep it up to date in the way that was found. */
function keptUpAlike(
  chosen: ChosenImage,
  updated: UpdatedImage | null,
  image: FoundImage,
  found: FoundUpdates,
): boolean {
  const follows = updated !== null;
  if (follows !== (found.updates !== "none")) return false;
  const fetched = follows && chosen.firstBoot === "newest";
  if (fetched !== (image.fetched ?? false)) return false;
  return found.dropins.length === 0 || updated?.hold === false;
}

/** Whether what every image shares is there: the timer, and the definition without which the service fails. */
function runsUpdates({ document }: Reading): boolean {
  if (!findNoop(document)) return false;
  const [timer] = document.named("systemd.units", "systemd-sysupdate.timer");
  return typeof valueAt(timer?.value, "enabled") === "boolean";
}
