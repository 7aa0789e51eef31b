import { extensionById, patch } from "@/lib/butane";
import { draftOf } from "./draft-of";
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
  const known = new Map(
    before.extensions.chosen.map((one) => [one.id, one] as const),
  );
  const chosen = after.extensions.chosen.map((one) => {
    const was = known.get(one.id);
    return was && was !== one ? rewritten(was, one) : one;
  });
  const gone = (one: ChosenExtension) =>
    !chosen.some(({ id }) => id === one.id);
  // Those that are listed in one file are written anew together, or the one that was taken out would stay in it.
  const listed = before.extensions.chosen.some(
    (one) => gone(one) && isListed(one),
  );
  return {
    ...after,
    extensions: {
      ...after.extensions,
      chosen: chosen.map((one) =>
        listed && isListed(one) ? withoutWritten(one) : one,
      ),
    },
  };
}

function rewritten(
  was: ChosenExtension,
  now: ChosenExtension,
): ChosenExtension {
  const { written } = now;
  if (!written) return now;
  const anew =
    was.updates !== now.updates ||
    was.keep !== now.keep ||
    was.activation !== now.activation ||
    !same(was.own, now.own);
  if (anew || (isListed(now) && !same(was.params, now.params)))
    return withoutWritten(now);
  return same(was.params, now.params)
    ? now
    : { ...now, written: { ...written, settings: true } };
}

/** Flatcar's own extensions are lines of one file. */
function isListed({ id, own }: ChosenExtension): boolean {
  return !own && extensionById(id)?.kind === "flatcar";
}

function withoutWritten({
  written: _,
  ...chosen
}: ChosenExtension): ChosenExtension {
  return chosen;
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
