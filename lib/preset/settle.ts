import { extensionById, patch, rewritten } from "@/lib/butane";
import { sameText } from "@/lib/same";
import { draftOf } from "./draft-of";
import { nodeExtensions } from "./node-extensions";
import type { ChosenExtension, Preset } from "./preset";
import { read } from "./read/read";

/**
 * A preset after a change in the form. Where a document is kept whole, the change is made in its text, in the lines that it has to
 * touch, and the sections are read from the text again; any other preset stays as it is.
 *
 * Where the text holds what a value of `after` writes, that value comes back as it is.
 */
export function settlePreset(before: Preset, after: Preset): Preset {
  if (!before.rest.whole || !after.rest.whole) return after;
  const wanted = inOurWay(before, after);
  const { text } = patch(after.rest.text, draftOf(before), draftOf(wanted));
  const reading = read(text, {
    ...wanted,
    rest: { text, whole: true },
  });
  return reading.ok ? reading.value.preset : before;
}

/** What a document's own way of writing an extension has no place for is written in ours. */
function inOurWay(before: Preset, after: Preset): Preset {
  const { chosen } = before.extensions;
  const listed = (all: readonly ChosenExtension[]) =>
    all.filter(isListed).map(({ id }) => id);
  // Those that are listed in one file are written anew together, or one that was taken out would stay in it.
  const relisted =
    !sameText(listed(chosen), listed(after.extensions.chosen)) ||
    !sameText(before.layers.officialOff, after.layers.officialOff);
  const node = nodeExtensions(after);
  const now = after.extensions.chosen.map((one) => {
    const was = chosen.find(({ id }) => id === one.id);
    const { written, ...bare } = one;
    if (!written || !was || (was === one && !relisted)) return one;
    const kept =
      relisted && isListed(one)
        ? undefined
        : rewritten(was, { ...one, written }, node);
    return kept ? { ...bare, written: kept } : bare;
  });
  return { ...after, extensions: { ...after.extensions, chosen: now } };
}

/** Flatcar's own extensions are lines of one file. */
function isListed({ id, own }: ChosenExtension): boolean {
  return !own && extensionById(id)?.kind === "flatcar";
}
