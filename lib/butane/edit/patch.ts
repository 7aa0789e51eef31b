import type { Draft } from "../emit";
import { documentTree } from "../emit/document-tree";
import type { YamlMapping, YamlNode } from "../source";
import { treeAfter, type Change } from "./change";
import { coarsen } from "./coarsen";
import { Lines } from "./lines";
import { openDocument } from "./open-document";
import { planMapping } from "./plan";
import { protectAliases } from "./protect-aliases";
import { meansTree } from "./same-meaning";
import { Splicer } from "./splicer";
import { NoSplice, Splices } from "./splices";
import { styleOf } from "./style";
import { Writer } from "./writer";

/** A text with a change made in it. */
export interface Patched {
  readonly text: string;
  /** Whether the text is another one now. */
  readonly changed: boolean;
}

/**
 * Tells a Butane text of what tells two drafts apart, and leaves everything else as it is: order, comments, quoting, anchors.
 *
 * What both drafts say is not looked at, nor written where the text does not have it. A file, directory, link, user or group that is in
 * `before` alone goes away; of a unit, only what `before` said goes away. The result is read again, and says exactly what the
 * text said with that difference. A text that cannot be opened comes back unchanged.
 */
export function patch(text: string, before: Draft, after: Draft): Patched {
  const opened = openDocument(text);
  if (!opened.ok) return { text, changed: false };
  const { root } = opened.value;
  const change = planMapping(
    root,
    documentTree(before),
    documentTree(after),
    [],
  );
  if (!change || isDeep(root)) return { text, changed: false };
  const made = make(
    text,
    root,
    text.includes("*") ? protectAliases(root, change) : change,
  );
  return made === undefined
    ? { text, changed: false }
    : { text: made, changed: made !== text };
}

/**
 * Makes a change with as few replacements as can be. What cannot be replaced piece by piece is written anew, with the smallest part that
 * comes out right: an entry, its list, its section, the document.
 */
function make(
  text: string,
  root: YamlMapping,
  change: Change,
): string | undefined {
  const wanted = treeAfter(root, change);
  const lines = new Lines(text);
  const writer = new Writer(text, styleOf(lines, root));
  for (const depth of [Infinity, 3, 2, 1, 0]) {
    const made = splice(root, coarsen(root, change, depth), lines, writer);
    if (made === undefined) continue;
    // A block at the very end needs the line end that the text has done without.
    for (const end of ["", lines.newline]) {
      const whole = made.endsWith(end) ? made : made + end;
      const again = openDocument(whole);
      if (again.ok && meansTree(again.value.root, wanted)) return whole;
    }
  }
  return undefined;
}

function splice(
  root: YamlMapping,
  change: Change,
  lines: Lines,
  writer: Writer,
): string | undefined {
  try {
    return new Splicer(new Splices(lines), writer).document(root, change);
  } catch (problem) {
    if (problem instanceof NoSplice) return undefined;
    throw problem;
  }
}

/** Deeper than this nobody's node config is, and no call stack is asked to follow. */
function isDeep(node: YamlNode, depth = 0): boolean {
  if (depth > 200) return true;
  if (node.kind === "sequence")
    return node.items.some((item) => isDeep(item, depth + 1));
  return (
    node.kind === "mapping" &&
    node.pairs.some(
      ({ key, value }) => isDeep(key, depth + 1) || isDeep(value, depth + 1),
    )
  );
}
