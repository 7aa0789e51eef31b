import { extensionById, type Extension, type Path } from "@/lib/butane";
import type { ChosenExtension, Preset } from "@/lib/preset/preset";

/** A chosen extension with what is known about it. */
export interface Chosen {
  readonly chosen: ChosenExtension;
  readonly index: number;
  /** Its catalogue entry; absent for an own image and for an id nobody knows. */
  readonly extension?: Extension;
  readonly title: string;
  /** The preset path of one of its fields, or of itself. */
  at(...field: Path): Path;
}

/** The extensions of a preset, in its order. An own image is never taken for the catalogue's of the same id. */
export function chosenOf(preset: Preset): Chosen[] {
  return preset.extensions.chosen.map((chosen, index) => {
    const extension = chosen.own ? undefined : extensionById(chosen.id);
    return {
      chosen,
      index,
      ...(extension ? { extension } : {}),
      title: extension?.title ?? nameOf(chosen),
      at: (...field) => ["extensions", "chosen", index, ...field],
    };
  });
}

/** Whether an image comes from the bakery: everything but Flatcar's own, built-in and own images. */
export function fromBakery({ chosen, extension }: Chosen): boolean {
  return !chosen.own && (!extension || extension.kind === "bakery");
}

function nameOf({ id }: ChosenExtension): string {
  return id === "" ? "The image" : id;
}
