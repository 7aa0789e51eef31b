import type { Path } from "../path";
import { commentsAbove, lead } from "./typed-comments";
import type {
  SourceDocument,
  YamlMapping,
  YamlNode,
  YamlSequence,
} from "../source";
import type {
  TreeItem,
  TreeMapping,
  TreeMember,
  TreePair,
  TreeSequence,
  TypedLines,
} from "./tree";

/** The field whose text the typed lines are. */
export const restField: Path = ["rest", "text"];

/**
 * Cuts typed YAML into members that carry their own lines, so that they can be placed elsewhere as they were typed: comments
 * above a member and behind it go along.
 */
export class TypedText {
  private readonly lines: readonly string[];
  private readonly starts: readonly number[];

  constructor(private readonly document: SourceDocument) {
    this.lines = document.text.split("\n");
    let offset = 0;
    this.starts = this.lines.map((line) => {
      const start = offset;
      offset += line.length + 1;
      return start;
    });
  }

  /** The members of the whole text. */
  root(): TreePair[] {
    const root = this.document.root;
    if (root?.kind !== "mapping") return [];
    return this.pairs(root, { first: 0, end: this.lines.length }, []);
  }

  /** Opens a member one level; answers null for a scalar. Comments above the member move to its first child. */
  open(member: TreeMember): TreeMapping | TreeSequence | null {
    if (member.value.kind !== "typed") return null;
    const node = member.value.node;
    const region = this.regionBelow(member, node);
    const at = member.typedPath ?? [];
    const opened =
      node.kind === "mapping"
        ? { kind: node.kind, pairs: this.pairs(node, region, at) }
        : node.kind === "sequence"
          ? { kind: node.kind, items: this.items(node, region, at) }
          : null;
    const first =
      opened && ("pairs" in opened ? opened.pairs : opened.items)[0];
    if (first) lead(first, commentsAbove(member));
    return opened;
  }

  private pairs(
    node: YamlMapping,
    region: Region | null,
    at: Path,
  ): TreePair[] {
    const cuts = this.cut(
      node,
      node.pairs.map(({ key, value }) => ({
        head: this.place(key.start),
        value,
      })),
      region,
    );
    return node.pairs.map(({ key, value }, index) => {
      const name = key.kind === "scalar" ? key.value : "";
      return { key: name, ...this.member(value, cuts?.[index], [...at, name]) };
    });
  }

  private items(
    node: YamlSequence,
    region: Region | null,
    at: Path,
  ): TreeItem[] {
    const heads = node.items.map((item) => ({
      head: this.dashOf(item),
      value: item,
    }));
    const cuts = heads.every(hasHead) ? this.cut(node, heads, region) : null;
    return node.items.map((item, index) =>
      this.member(item, cuts?.[index], [...at, index]),
    );
  }

  private member(
    node: YamlNode,
    cut: TypedLines | undefined,
    at: Path,
  ): TreeItem {
    const line = this.oneLine(node);
    return {
      value: { kind: "typed", node, ...(line === null ? {} : { line }) },
      origin: restField,
      typedPath: at,
      ...(cut ? { typed: cut } : {}),
    };
  }

  /** The lines of each child of a block collection, or null where its children share lines. */
  private cut(
    node: YamlNode,
    children: readonly Child[],
    region: Region | null,
  ): TypedLines[] | null {
    if (!region || this.isFlow(node)) return null;
    const starts: number[] = [];
    let from = region.first;
    for (const { head, value } of children) {
      if (head.line < from) return null;
      starts.push(this.withCommentsAbove(head.line, from));
      from = this.lastLine(value, head.line) + 1;
    }
    return children.map(({ head }, index) => {
      const first =
        index === 0 ? Math.min(region.first, head.line) : starts[index]!;
      const end = starts[index + 1] ?? region.end;
      const lines = this.lines.slice(first, end);
      // What stands before the head on its line is the dash or key it is under, and that is written by whoever places it.
      const own = head.line - first;
      lines[own] = " ".repeat(head.column) + lines[own]!.slice(head.column);
      return {
        lines: trimEnd(lines),
        column: head.column,
        own,
        head: head.line,
        end,
      };
    });
  }

  private regionBelow(member: TreeMember, node: YamlNode): Region | null {
    const { typed } = member;
    if (!typed) return null;
    return {
      // Comments between the key and what is below it belong to the first child.
      first:
        this.place(node.start).line > typed.head ? typed.head + 1 : typed.head,
      end: typed.end,
    };
  }

  private withCommentsAbove(line: number, from: number): number {
    let first = line;
    while (first > from && /^\s*(?:#|$)/.test(this.lines[first - 1]!))
      first -= 1;
    return first;
  }

  private lastLine(node: YamlNode, atLeast: number): number {
    return Math.max(
      atLeast,
      this.place(Math.max(node.start, node.end - 1)).line,
    );
  }

  private dashOf(item: YamlNode): Place | null {
    const { line, column } = this.place(item.start);
    const before = this.lines[line]!.slice(0, column);
    const dash = /^[ -]*-(?= +$)/.exec(before);
    return dash ? { line, column: dash[0].length - 1 } : null;
  }

  private isFlow(node: YamlNode): boolean {
    const first = this.document.text[node.content];
    return node.kind !== "scalar" && (first === "[" || first === "{");
  }

  private oneLine(node: YamlNode): string | null {
    const text = this.document.text.slice(node.start, node.end);
    const anywhere =
      node.kind === "scalar" || node.kind === "alias" || this.isFlow(node);
    return anywhere && text !== "" && !text.includes("\n") ? text : null;
  }

  private place(offset: number): Place {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, column: offset - this.starts[low]! };
  }
}

/** Lines counted from 0; `end` is the first line after. */
interface Region {
  readonly first: number;
  readonly end: number;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

interface Child {
  readonly head: Place;
  readonly value: YamlNode;
}

function hasHead(child: {
  head: Place | null;
  value: YamlNode;
}): child is Child {
  return child.head !== null;
}

function trimEnd(lines: readonly string[]): string[] {
  let end = lines.length;
  while (end > 0 && lines[end - 1] === "") end -= 1;
  return lines.slice(0, end);
}
