import { extensionById, type Catalogue } from "@/lib/butane";
import { chooseExtension, type Preset } from "@/lib/preset";

/** The extensions of a node with one more at its newest version; built-in ones it replaces are switched off. */
export function addExtension(
  id: string,
  preset: Preset,
  catalogue: Catalogue,
): Preset["extensions"] {
  const { extensions } = preset;
  const off = new Set([
    ...extensions.builtinOff,
    ...(extensionById(id)?.switchesOff ?? []),
  ]);
  return {
    ...extensions,
    chosen: [...extensions.chosen, chooseExtension(id, catalogue, preset)],
    builtinOff: [...off],
  };
}
