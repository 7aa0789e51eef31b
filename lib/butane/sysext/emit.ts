import type { ButaneDocument } from "../emit/document";
import type { Path } from "../path";
import { createDocument } from "../emit/builder";
import { emitFirstFetch } from "./emit-first-boot";
import { emitImage, updatedImage } from "./emit-image";
import { emitBuiltInOff, emitLateSettings, emitOfficial } from "./emit-node";
import type {
  Extension,
  ExtensionContext,
  ParamSpecs,
  ParamValues,
} from "./extension";
import { emitKeyring } from "./keyring";
import {
  catalogued,
  type ChosenImage,
  isPresent,
  type NodeExtensions,
  paramsOf,
  typedParams,
} from "./node";
import { putWantsLink } from "./unit-text";
import { emitNoop, noopPath } from "./updates";
import { emitWritten } from "./written";
import { textAt } from "./plain-values";
import { draftEntries } from "./read/draft-entries";

/**
 * Writes all chosen extensions into a document: images, links, updates, configuration and units, the built-in
 * extensions that are off, and the list of Flatcar's own. `origin` is where the choice stands in the preset.
 */
export function emitExtensions(
  document: ButaneDocument,
  node: NodeExtensions,
  origin: Path = ["extensions"],
): void {
  node.chosen.forEach((chosen, index) => {
    const at = [...origin, "chosen", index];
    const extension = catalogued(chosen);
    const { written } = chosen;
    if (written) {
      emitWritten(document, node, { ...chosen, written }, at);
    } else if (chosen.own || !extension || extension.kind === "bakery") {
      emitImage(document, node, chosen, at);
    }
    if (extension && (written?.settings ?? true))
      emitSettings(extension, typedParams(extension, chosen), {
        ...surroundings(node, chosen),
        document,
        at: (param) => (param === undefined ? at : [...at, "params", param]),
      });
    const updatedOne = updatedImage(node, chosen);
    if (updatedOne && chosen.firstBoot === "newest")
      emitFirstFetch(document, updatedOne, extension, {
        started: startedBy(node, chosen),
        at,
      });
  });
  const updated = node.chosen.findIndex((each) => isWatched(node, each));
  if (updated >= 0 && !isWritten(node, noopPath)) {
    emitNoop(document, [...origin, "chosen", updated, "updates"]);
  }
  emitOfficial(document, node, origin);
  emitBuiltInOff(document, node.builtinOff, [...origin, "builtinOff"]);
  emitLateSettings(document, node, origin);
  if (node.keyring) emitKeyring(document, node.keyring, [...origin, "keyring"]);
}

/** Whether anything on the node is kept up to date, so that the timer has something to do. */
export function hasUpdates(node: NodeExtensions): boolean {
  return node.chosen.some((chosen) => isWatched(node, chosen));
}

/** Whether newer images are looked for without anybody asking. */
function isWatched(node: NodeExtensions, chosen: ChosenImage): boolean {
  return updatedImage(node, chosen)?.hold === false;
}

/** Units of an image that links of ours start. */
function startedBy(node: NodeExtensions, chosen: ChosenImage): string[] {
  const extension = catalogued(chosen);
  if (!extension) return [];
  const scratch = createDocument({ variant: "", version: "" });
  emitSettings(extension, typedParams(extension, chosen), {
    ...surroundings(node, chosen),
    document: scratch,
    at: () => [],
  });
  return draftEntries(scratch).flatMap(({ list, key }) => {
    const unit = /^\/etc\/systemd\/system\/[^/]+\.wants\/([\w@.:-]+)$/.exec(
      key,
    );
    return list === "storage.links" && unit ? [unit[1]!] : [];
  });
}

/** Writes what an extension needs beside its image: links for its units, and what its parameters ask for. */
export function emitSettings(
  extension: Extension,
  params: ParamValues<ParamSpecs>,
  context: ExtensionContext,
): void {
  for (const unit of extension.units) {
    if (unit.start === "link")
      putWantsLink(context.document, unit, context.at());
  }
  extension.compose?.(params, context);
}

/** What an extension sees of the node. */
export function surroundings(
  node: NodeExtensions,
  chosen: ChosenImage,
): Omit<ExtensionContext, "document" | "at"> {
  return {
    version: chosen.version,
    architecture: node.architecture,
    coordinator: node.coordinator,
    has: (id) => isPresent(node, id),
    valueOf: (id, param) => {
      const other = node.chosen.find((each) => each.id === id && !each.own);
      const extension = other && catalogued(other);
      return extension && paramsOf(extension, other)[param];
    },
  };
}

/** Whether a file comes with the entries of an opened document. */
function isWritten(node: NodeExtensions, path: string): boolean {
  return node.chosen.some(({ written }) =>
    written?.entries.some(
      ({ list, value }) =>
        list === "storage.files" && textAt(value, "path") === path,
    ),
  );
}
