import { parsePreset } from "@/lib/preset";
import everything from "@/lib/preset/testdata/flatcar-1.0.0/every-section/preset.json";
import { encodeShare } from "@/lib/share/codec";

const parsed = parsePreset(everything);
if (!parsed.ok) throw new Error("the node with every section is no preset");

/** A node that has something in every section, as a link without `#`; its secrets are not in it. */
export const everySectionLink = encodeShare(parsed.value).link;
