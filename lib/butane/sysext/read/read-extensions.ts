import type { OpenDocument } from "../../edit";
import type { BuiltIn } from "../extension";
import { keyringIn, type Keyring } from "../keyring";
import type { ChosenImage, NodeExtensions } from "../node";
import { withBuiltIn } from "./built-in-candidates";
import { findFetched } from "./fetched";
import { findUpdates } from "./found-updates";
import { imageCandidate } from "./image-candidate";
import { findImages, type FoundImage } from "./images";
import { bakeryIn, builtinOffIn } from "./node-facts";
import { findOfficial, officialOffIn, officialPath } from "./official";
import { ordered } from "./ordered";
import { habits } from "./proposals";
import {
  chosenBefore,
  type Candidate,
  type PriorExtensions,
  type Reading,
} from "./reading";
import { settled } from "./settled";
import { withParams } from "./with-params";

/** The extensions of a document. */
export interface FoundExtensions {
  readonly chosen: readonly ChosenImage[];
  readonly builtinOff: readonly BuiltIn[];
  /** Where the images come from, where that is not Flatcar's own bakery or the one of before. */
  readonly bakery: string;
  readonly keyring?: Keyring;
}

/**
 * Recognises the extensions of a document in every layout. Those whose entries are what we would write are chosen as if in the
 * form; the others keep the document's own entries (`written`), which change with the version alone.
 */
export function readExtensions(
  document: OpenDocument,
  prior: PriorExtensions,
): FoundExtensions {
  const images = findImages(document, prior.chosen);
  const bakery = bakeryIn(images, prior.chosenBakery, prior.chosen);
  const { keyring: _, ...others } = prior;
  const node: NodeExtensions = {
    ...others,
    bakery: bakery === prior.chosenBakery ? prior.bakery : bakery,
    builtinOff: builtinOffIn(document),
    officialOff: { names: officialOffIn(document), origin: [] },
    chosen: [],
  };
  const reading = { document, node, prior };
  const found = [
    ...imageCandidates(reading, [...images, ...findFetched(document, images)]),
    ...officialCandidates(reading),
  ];
  const candidates = withBuiltIn(reading, withParams(reading, found));
  const keyring = keyringIn(document, prior.keyring);
  return {
    chosen: settled(reading, ordered(reading, candidates)),
    builtinOff: node.builtinOff,
    bakery,
    ...(keyring ? { keyring } : {}),
  };
}

function imageCandidates(
  reading: Reading,
  images: readonly FoundImage[],
): Candidate[] {
  const updates = findUpdates(reading.document, images);
  return images
    .toSorted((one, other) => placeIn(one) - placeIn(other))
    .map((image) => imageCandidate(reading, image, updates.get(image.id)!));
}

function placeIn({ file }: FoundImage): number {
  return Number(file.path[2]);
}

/** The extensions that Flatcar publishes itself: a line in a file names each. */
function officialCandidates(reading: Reading): Candidate[] {
  const { document, prior } = reading;
  const [file] = document.named("storage.files", officialPath);
  return findOfficial(document, prior.chosen).map(({ extension, params }) => {
    const before = chosenBefore(reading, extension.id, "flatcar");
    return {
      chosen: {
        ...(before ?? habits(extension.id)),
        params: { ...before?.params, ...params },
      },
      image: file ? [{ list: file.list, value: file.value }] : [],
      ours: true,
      complete: true,
    };
  });
}
