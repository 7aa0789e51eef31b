import { sameText } from "../../same";
import { createDocument } from "../emit/builder";
import { emitImage, updatedImage } from "./emit-image";
import { linkPath } from "./names";
import { catalogued, type ChosenImage, type NodeExtensions } from "./node";
import { textAt } from "./plain-values";
import { draftEntries, type DraftEntry } from "./read/draft-entries";
import { settingsDraft } from "./read/read-params";
import { emitImageUpdates, emitNoop, noopPath } from "./updates";
import { isImageEntry, type Written, type WrittenEntry } from "./written";

/**
 * What a document keeps of its own way to write an extension after a change in the form: what the change is about is written in ours.
 * Nothing where the whole extension is, because another image was chosen.
 */
export function rewritten(
  was: ChosenImage,
  now: ChosenImage & { readonly written: Written },
  node: NodeExtensions,
): Written | undefined {
  if (!sameText(was.own, now.own) || was.bakery !== now.bakery)
    return undefined;
  if (was.firstBoot !== now.firstBoot) return undefined;
  // What has no image is lines of files that others share.
  if (catalogued(now)?.kind === "flatcar")
    return sameText(was.params, now.params) ? now.written : undefined;
  let { written } = now;
  if (updatesAsked(was) !== updatesAsked(now))
    written = withUpdates(written, now, node, ["transfer", "noop", "dropin"]);
  else if (
    was.activation !== now.activation ||
    !sameText(was.restartUnits, now.restartUnits)
  )
    written = withUpdates(written, now, node, ["dropin"]);
  return sameText(was.params, now.params)
    ? written
    : withSettings(written, now, node);
}

/**
 * An extension with its image, link and updates in our way; what else the document says of it stays. The same where the document
 * has them so already.
 */
export function inCurrentWay(
  { written, ...chosen }: ChosenImage & { readonly written: Written },
  node: NodeExtensions,
): Written {
  const document = createDocument({ variant: "", version: "" });
  emitImage(document, node, chosen, []);
  const ours = draftEntries(document).map(asWritten);
  const link = linkPath(chosen.id);
  const kept = written.entries.filter(
    (entry) =>
      pieceOf(entry) === "noop" ||
      (pieceOf(entry) === "image" &&
        !isImageEntry(entry.list, entry.value, chosen.id) &&
        textAt(entry.value, "path") !== link),
  );
  return { ...written, entries: [...ours, ...kept] };
}

/** What the transfer file and the drop-in depend on, as one text. */
function updatesAsked(chosen: ChosenImage): string {
  const { updates, keep, hold, verify, rules, minVersion, protectVersion } =
    chosen;
  return JSON.stringify([
    updates,
    keep,
    hold ?? false,
    verify ?? false,
    rules ?? "",
    minVersion ?? "",
    protectVersion ?? "",
  ]);
}

type Piece = "image" | "transfer" | "noop" | "dropin";

function withUpdates(
  written: Written,
  chosen: ChosenImage,
  node: NodeExtensions,
  asked: readonly Piece[],
): Written {
  const pieces = new Set(
    isOurComponent(written, chosen.id)
      ? asked
      : [...asked, "transfer" as const, "dropin" as const],
  );
  const kept = written.entries.filter((entry) => !pieces.has(pieceOf(entry)));
  return {
    ...written,
    entries: [
      ...kept,
      ...updateEntries(chosen, node, written).filter((entry) =>
        pieces.has(pieceOf(entry)),
      ),
    ],
  };
}

/** What we would write to keep the image up to date; the definition that matches nothing stays as the document has it. */
function updateEntries(
  { written: _, ...chosen }: ChosenImage,
  node: NodeExtensions,
  written: Written,
): WrittenEntry[] {
  const document = createDocument({ variant: "", version: "" });
  const image = updatedImage(node, chosen);
  if (!image) return [];
  emitImageUpdates(document, image, node.coordinator, []);
  const noop = written.entries.filter((entry) => pieceOf(entry) === "noop");
  if (noop.length === 0 && !image.hold) emitNoop(document, []);
  return [...draftEntries(document).map(asWritten), ...noop];
}

function pieceOf({ list, value }: WrittenEntry): Piece {
  const path = textAt(value, "path") ?? "";
  if (list === "storage.files" && path === noopPath) return "noop";
  if (list === "storage.files" && path.startsWith("/etc/sysupdate."))
    return "transfer";
  return list === "systemd.units" &&
    textAt(value, "name") === "systemd-sysupdate.service"
    ? "dropin"
    : "image";
}

/** Whether the transfer files stand where our drop-in looks for them. */
function isOurComponent({ entries }: Written, id: string): boolean {
  return entries
    .filter((entry) => pieceOf(entry) === "transfer")
    .every(({ value }) =>
      textAt(value, "path")?.startsWith(`/etc/sysupdate.${id}.d/`),
    );
}

/** With its parameters in our way: what they write takes the place of the document's entries of those names. */
function withSettings(
  written: Written,
  chosen: ChosenImage,
  node: NodeExtensions,
): Written {
  if (written.settings) return written;
  const ours = settingsOf(chosen, node);
  const entries = written.entries.filter(
    (entry) => !ours.some((one) => isSame(one, entry)),
  );
  return { ...written, settings: true, entries };
}

function settingsOf(chosen: ChosenImage, node: NodeExtensions): DraftEntry[] {
  const extension = catalogued(chosen);
  return extension ? draftEntries(settingsDraft(extension, chosen, node)) : [];
}

function isSame(one: DraftEntry, { list, value }: WrittenEntry): boolean {
  const key = textAt(value, "path") ?? textAt(value, "name");
  return one.list === list && one.key === key;
}

function asWritten({ list, value }: DraftEntry): WrittenEntry {
  return { list, value };
}
