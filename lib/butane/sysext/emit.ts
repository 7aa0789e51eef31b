import type { ButaneDocument } from "../emit/document";
import type { Path } from "../path";
import { emitImage, updatedImage } from "./emit-image";
import { emitBuiltInOff, emitLateSettings, emitOfficial } from "./emit-node";
import type { ExtensionContext } from "./extension";
import {
  catalogued,
  type ChosenImage,
  isPresent,
  type NodeExtensions,
  paramsOf,
  typedParams,
} from "./node";
import { putWantsLink } from "./unit-text";
import { emitNoop } from "./updates";

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
    if (chosen.own || !extension || extension.kind === "bakery") {
      emitImage(document, node, chosen, at);
    }
    for (const unit of extension?.units ?? []) {
      if (unit.start === "link") putWantsLink(document, unit, at);
    }
    extension?.compose?.(
      typedParams(extension, chosen),
      contextFor(document, node, chosen, at),
    );
  });
  const updated = node.chosen.findIndex((each) => updatedImage(node, each));
  if (updated >= 0) {
    emitNoop(document, [...origin, "chosen", updated, "updates"]);
  }
  emitOfficial(document, node, origin);
  emitBuiltInOff(document, node.builtinOff, [...origin, "builtinOff"]);
  emitLateSettings(document, node, origin);
}

/** Whether anything on the node is kept up to date, so that the timer has something to do. */
export function hasUpdates(node: NodeExtensions): boolean {
  return node.chosen.some((chosen) => updatedImage(node, chosen) !== null);
}

function contextFor(
  document: ButaneDocument,
  node: NodeExtensions,
  chosen: ChosenImage,
  at: Path,
): ExtensionContext {
  return {
    document,
    version: chosen.version,
    architecture: node.architecture,
    coordinator: node.coordinator,
    has: (id) => isPresent(node, id),
    valueOf: (id, param) => {
      const other = node.chosen.find((each) => each.id === id && !each.own);
      const extension = other && catalogued(other);
      return extension && paramsOf(extension, other)[param];
    },
    at: (param) => (param === undefined ? at : [...at, "params", param]),
  };
}
