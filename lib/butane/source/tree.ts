import type { YamlAlias, YamlNode, YamlPair, YamlScalar } from "./node";
import { plainTag } from "./resolve";
import { SyntaxProblem } from "./syntax-problem";
import type { Token } from "./token";

const CORE_PREFIX = "tag:yaml.org,2002:";

/** What may stand before a node: `&anchor` and `!tag`, the tag already in full. */
export interface Properties {
  readonly start: number;
  readonly anchor: string;
  readonly tag: string;
}

export type OpenSequence = {
  -readonly [Key in keyof Sequence]: Sequence[Key];
};
type Sequence = Extract<YamlNode, { kind: "sequence" }> & {
  readonly items: YamlNode[];
};
export type OpenMapping = { -readonly [Key in keyof Mapping]: Mapping[Key] };
type Mapping = Extract<YamlNode, { kind: "mapping" }> & {
  readonly pairs: YamlPair[];
};

/** Makes nodes, and knows which of them have an anchor. */
export class TreeBuilder {
  private readonly anchors = new Map<string, YamlNode>();

  alias(from: Token): YamlAlias {
    const { value: name, start, end } = from;
    const target = this.anchors.get(name);
    if (target) {
      const tag = "!!alias";
      return { kind: "alias", name, target, tag, start, content: start, end };
    }
    const reason = `there is no anchor &${name} before this`;
    throw new SyntaxProblem(start, end, reason, "yaml-unknown-anchor", {
      anchor: name,
    });
  }

  scalar(from: Token, properties: Properties): YamlScalar {
    const { value, style } = from;
    return this.named(properties.anchor, {
      kind: "scalar",
      value,
      style,
      tag: shortTag(properties.tag) ?? defaultTag(from),
      start: properties.start,
      content: from.start,
      end: from.end,
    });
  }

  /** Where a value is left out; `end` lies behind `start` when there are properties. */
  empty(start: number, end = start, properties?: Properties): YamlScalar {
    return this.named(properties?.anchor ?? "", {
      kind: "scalar",
      value: "",
      style: "plain",
      tag: shortTag(properties?.tag ?? "") ?? "!!null",
      start,
      content: end,
      end,
    });
  }

  sequence(content: number, properties: Properties): OpenSequence {
    return this.named(properties.anchor, {
      kind: "sequence",
      items: [],
      tag: shortTag(properties.tag) ?? "!!seq",
      start: properties.start,
      content,
      end: content,
    });
  }

  mapping(content: number, properties: Properties): OpenMapping {
    return this.named(properties.anchor, {
      kind: "mapping",
      pairs: [],
      tag: shortTag(properties.tag) ?? "!!map",
      start: properties.start,
      content,
      end: content,
    });
  }

  private named<Node extends YamlNode>(anchor: string, node: Node): Node {
    if (anchor) this.anchors.set(anchor, node);
    return node;
  }
}

/** `!` alone says no more than no tag at all. */
function shortTag(tag: string): string | undefined {
  if (tag === "" || tag === "!") return undefined;
  return tag.startsWith(CORE_PREFIX)
    ? `!!${tag.slice(CORE_PREFIX.length)}`
    : tag;
}

function defaultTag({ style, value }: Token): string {
  return style === "plain" ? plainTag(value) : "!!str";
}
