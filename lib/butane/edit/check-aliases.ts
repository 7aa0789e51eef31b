import { error, type Entry } from "../report";
import { positionAt, type SourceDocument, type YamlNode } from "../source";

// As `reads` does for what is typed: deeper or longer than this nobody's node config is.
const deepest = 200;
const longest = 100_000;

/** Why the aliases of a document cannot be followed: one stands inside itself, or together they grow without bound. */
export function checkAliases(document: SourceDocument): Entry | undefined {
  if (!document.root || !document.text.includes("*")) return undefined;
  const check = new Check(document);
  check.size(document.root, 0);
  return check.problem;
}

class Check {
  problem: Entry | undefined;
  private readonly sizes = new Map<YamlNode, number>();
  private readonly open = new Set<YamlNode>();

  constructor(private readonly document: SourceDocument) {}

  /** How many nodes a node becomes when its aliases are written out. */
  size(node: YamlNode, depth: number): number {
    const known = this.sizes.get(node);
    if (known !== undefined) return known;
    if (depth > deepest || this.problem) return 1;
    if (node.kind === "alias" && this.open.has(node.target))
      return this.refuse("alias-in-itself", node, { anchor: node.name });
    this.open.add(node);
    let size = 1;
    for (const child of childrenOf(node)) size += this.size(child, depth + 1);
    this.open.delete(node);
    this.sizes.set(node, size);
    return size > longest && node.kind === "alias"
      ? this.refuse("too-many-aliases", node)
      : size;
  }

  private refuse(
    code: string,
    { start, end }: YamlNode,
    values?: Entry["values"],
  ): number {
    this.problem ??= {
      ...error(code, [], values),
      range: {
        start: positionAt(this.document, start),
        end: positionAt(this.document, end),
      },
    };
    return 1;
  }
}

function childrenOf(node: YamlNode): readonly YamlNode[] {
  if (node.kind === "alias") return [node.target];
  if (node.kind === "sequence") return node.items;
  if (node.kind !== "mapping") return [];
  return node.pairs.flatMap(({ key, value }) => [key, value]);
}
