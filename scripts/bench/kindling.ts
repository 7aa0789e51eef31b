// What is measured, as one bundle.
import { compressToEncodedURIComponent } from "lz-string";
import { examples } from "@/examples";
import { parsePreset, type Preset } from "@/lib/preset";
import { measureLinks } from "@/lib/share/link-lengths";
import { pictured } from "../screenshot/node";

export { extensions, searchExtensions, transpile } from "@/lib/butane";
export { run, userDataOf } from "@/lib/pipeline";

/** The starting points, by the titles people see. */
export const presets: readonly (readonly [title: string, preset: Preset])[] =
  examples.map(({ title, preset }) => {
    const parsed = parsePreset(preset);
    if (!parsed.ok) throw new Error(`${title} is no preset`);
    return [title, parsed.value];
  });

// The last one is no example: the dictionary of the links was made with those in sight.
export const links = measureLinks(
  [...presets, ["a node that is no example", pictured]],
  compressToEncodedURIComponent,
);
