// The node that keys are typed into: a document of 300 lines as somebody wrote it, comments and all.
import { documentOf } from "../bench/document.mjs";
import { compose, emptyPreset, type Preset } from "@/lib/preset";
import { pictured } from "../screenshot/node";

export { chromium, chromiumFlags } from "@/e2e/browser";

const wanted = 300;

/** The pictured node with as much of other people's work as makes it 300 lines, kept as a text of its own. */
function documentText(): string {
  const own = compose(pictured).text.split("\n").length;
  const more = documentOf(wanted - own + 4).replace(/^v.*\n/gm, "");
  const preset: Preset = { ...pictured, rest: { text: more, whole: false } };
  return `# A node that somebody wrote.\n${compose(preset).text}`;
}

export const text = documentText();

/** What the browser keeps of a node that is open, as `lib/state/persist` writes it. */
export const draft = {
  preset: {
    kindling: 1,
    name: pictured.name,
    target: { ...emptyPreset().target, architecture: "arm64" },
    rest: { text, whole: true },
  },
  secrets: [],
};
