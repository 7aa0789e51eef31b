import { extensionById } from "../extensions";
import { choicesOf } from "../image-choices";
import { bakeryBase } from "../names";
import type { ChosenImage } from "../node";
import type { FoundUpdates } from "./found-updates";
import { published, type FoundImage } from "./images";
import { baseOf } from "./node-facts";

/** An extension as it is when somebody adds it. */
export function habits(id: string): ChosenImage {
  const extension = extensionById(id);
  return {
    id,
    version: "",
    hash: "",
    updates: "none",
    activation: extension?.activation ?? "next-boot",
    keep: extension?.keep ?? 3,
    params: {},
  };
}

/** An image as it may have been chosen: first with what was chosen before, then as the document says it. */
export function proposals(
  image: FoundImage,
  { updates, activation, keep, from, choices }: FoundUpdates,
  before: ChosenImage | undefined,
  nodeBakery: string,
): ChosenImage[] {
  const base = before ?? habits(image.id);
  const own =
    image.known || (image.fetched && before && !before.own)
      ? undefined
      : {
          url: image.fetched ? (before?.own?.url ?? "") : image.url,
          updatesFrom: from ?? before?.own?.updatesFrom ?? "",
        };
  const shown = {
    id: image.id,
    hash: image.hash,
    params: base.params,
    version: image.known || image.fetched ? image.version : base.version,
    ...(own ? { own } : {}),
  };
  const bakery = bakeryFor(image, from, before, nodeBakery);
  const told: ChosenImage = {
    ...shown,
    updates,
    activation: activation ?? base.activation,
    keep: keep ?? base.keep,
    ...choices,
    ...bakery,
    ...(image.fetched ? { firstBoot: "newest" as const } : {}),
  };
  if (!before) return [told];
  const { bakery: _, ...saidBefore } = choicesOf(before);
  const kept: ChosenImage = {
    ...shown,
    // What the node fetches by itself names neither, so both stay what they were.
    ...(image.fetched ? { version: before.version, hash: before.hash } : {}),
    updates: before.updates,
    activation: before.activation,
    keep: before.keep,
    ...saidBefore,
    ...bakery,
    ...(own && before.own
      ? { own: { ...own, updatesFrom: before.own.updatesFrom } }
      : {}),
  };
  const { firstBoot: __, ...fetched } = kept;
  return kept.firstBoot && !image.fetched
    ? [kept, fetched, told]
    : [kept, told];
}

/** The address of an image's own, where it is not the node's: the one of before as it was typed, else what the document shows. */
function bakeryFor(
  image: FoundImage,
  from: string | undefined,
  before: ChosenImage | undefined,
  nodeBakery: string,
): Pick<ChosenImage, "bakery"> {
  const tail = `${image.id}/`;
  const base = image.fetched
    ? image.known && from?.endsWith(`/${tail}`)
      ? from.slice(0, -tail.length)
      : null
    : baseOf(image);
  const typed = before?.bakery;
  if (typed !== undefined && bakeryBase(typed || nodeBakery) === base)
    return { bakery: typed };
  if (base === null) return typed === undefined ? {} : { bakery: typed };
  // The old places of Flatcar's own images are no bakery, and nothing new is found there.
  const isOld = published.test(base) && base !== current;
  return base === bakeryBase(nodeBakery) || isOld ? {} : { bakery: base };
}

/** Where Flatcar publishes images today. */
const current = "https://extensions.flatcar.org/extensions/";
