import { missingFrom, type Missing, type OpenDocument } from "../../edit";
import type { ButaneDocument } from "../../emit";
import { createDocument, type Draft } from "../../emit/builder";
import { emitExtensions } from "../emit";
import type { Extension } from "../extension";
import { catalogued, type ChosenImage, type NodeExtensions } from "../node";
import type { Written } from "../written";

/** A node as it was before it is read again; `bakery` as it was chosen, empty for Flatcar's own. */
export interface PriorExtensions extends NodeExtensions {
  readonly chosenBakery: string;
}

/** A document that extensions are looked for in, with what its node is known to be. */
export interface Reading {
  readonly document: OpenDocument;
  /** Nothing is chosen of it yet. */
  readonly node: NodeExtensions;
  readonly prior: PriorExtensions;
}

/** One extension on its way to being known. */
export interface Candidate {
  readonly chosen: ChosenImage;
  /** The document's own entries of its image; none for what has no image. */
  readonly image: Written["entries"];
  /** Whether those are what we would write. */
  readonly ours: boolean;
  /** Whether its parameters tell everything that it would write. */
  readonly complete: boolean;
}

/** How an extension comes to a node; an own image as those of the bakery do. */
export function kindOf(chosen: ChosenImage): Extension["kind"] {
  return catalogued(chosen)?.kind ?? "bakery";
}

/** What was chosen of that name and kind before: an own image may be called like one of Flatcar's extensions. */
export function chosenBefore(
  { prior }: Reading,
  id: string,
  kind: Extension["kind"],
): ChosenImage | undefined {
  return prior.chosen.find((one) => one.id === id && kindOf(one) === kind);
}

/** The node with these chosen. */
export function nodeWith(
  { node }: Reading,
  candidates: readonly Candidate[],
): NodeExtensions {
  return { ...node, chosen: candidates.map(({ chosen }) => chosen) };
}

/** What these would write, with indexes of `chosen` as its origins. */
export function draftOf(
  { node: { officialOff, ...node } }: Reading,
  chosen: readonly ChosenImage[],
): Draft {
  // Alone, what is off is not for the extensions to answer for.
  const isListed = chosen.some(
    (one) => kindOf(one) === "flatcar" && !one.written,
  );
  const off = isListed && officialOff ? { officialOff } : {};
  return drafted((document) =>
    emitExtensions(document, { ...node, ...off, chosen, builtinOff: [] }, []),
  );
}

/** What is put into an empty document. */
export function drafted(puts: (document: ButaneDocument) => void): Draft {
  const document = createDocument({ variant: "", version: "" });
  puts(document);
  return document;
}

/** What a draft would write that does not stand in the document. */
export function missing({ document }: Reading, draft: Draft): Missing[] {
  return missingFrom(document, draft);
}
