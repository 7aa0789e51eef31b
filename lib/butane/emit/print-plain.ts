import type { PlainValue } from "./plain";
import { plainTree } from "./plain-tree";
import { printDocument } from "./print";

/**
 * Plain data as YAML that YAML 1.1 and 1.2 readers read alike: two spaces a level, text of several lines as a block, a
 * number under `mode` in octal. What is null is left out.
 */
export function printPlain(value: {
  readonly [key: string]: PlainValue;
}): string {
  const tree = plainTree(value);
  if (tree?.kind !== "mapping" || tree.pairs.length === 0) return "{}\n";
  // Parts of a document stand apart; here they are parts of somebody else's.
  return printDocument(tree).text.replace(/\n\n(?=\S)/g, "\n");
}
