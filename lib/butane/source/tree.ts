import { EVENT_ID, getScalarValue, type Event } from "js-yaml";
import type {
  ScalarStyle,
  YamlMapping,
  YamlNode,
  YamlPair,
  YamlSequence,
} from "./node";
import { plainTag } from "./resolve";

/** A mistake that shows only once the events are put together. */
export class TreeError extends Error {
  constructor(
    readonly offset: number,
    message: string,
  ) {
    super(message);
  }
}

type Open =
  | { node: Mutable<YamlSequence> & { items: YamlNode[] } }
  | { node: Mutable<YamlMapping> & { pairs: YamlPair[] }; key?: YamlNode };

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const STYLES: readonly ScalarStyle[] = [
  "plain",
  "plain",
  "single",
  "double",
  "literal",
  "folded",
];

/** Puts the events of the first document together. */
export function buildTree(
  text: string,
  events: readonly Event[],
): YamlNode | null {
  const anchors = new Map<string, YamlNode>();
  const open: Open[] = [];
  let root: YamlNode | null = null;
  let at = 0;

  const place = (node: YamlNode) => {
    const parent = open.at(-1);
    if (!parent) root = node;
    else if (parent.node.kind === "sequence") parent.node.items.push(node);
    else if ("key" in parent && parent.key) {
      parent.node.pairs.push({ key: parent.key, value: node });
      delete parent.key;
    } else (parent as { key?: YamlNode }).key = node;
  };

  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) continue;
    if (event.type === EVENT_ID.POP) {
      const closed = open.pop();
      if (!closed) break; // the first document ends here
      closed.node.end = at;
      continue;
    }
    const anchor =
      event.anchorStart < 0
        ? ""
        : text.slice(event.anchorStart, event.anchorEnd);
    if (event.type === EVENT_ID.ALIAS) {
      const target = anchors.get(anchor);
      const start = event.anchorStart - 1;
      if (!target)
        throw new TreeError(start, `unknown anchor '${anchor}' referenced`);
      at = event.anchorEnd;
      place({
        kind: "alias",
        name: anchor,
        target,
        tag: "!!alias",
        start,
        content: start,
        end: at,
      });
      continue;
    }
    const own =
      event.tagStart < 0 ? "" : text.slice(event.tagStart, event.tagEnd);
    const tag = own.startsWith("!<tag:yaml.org,2002:")
      ? `!!${own.slice(20, -1)}`
      : own;
    const content = Math.max(
      event.type === EVENT_ID.SCALAR ? event.valueStart : event.start,
      at,
    );
    const start = Math.min(
      content,
      event.anchorStart < 0 ? content : event.anchorStart - 1,
      event.tagStart < 0 ? content : event.tagStart,
    );
    let node: YamlNode;
    if (event.type === EVENT_ID.SCALAR) {
      const style = STYLES[event.style] ?? "plain";
      const value = event.valueStart < 0 ? "" : getScalarValue(text, event);
      at = Math.max(content, event.valueEnd);
      node = {
        kind: "scalar",
        value,
        style,
        tag:
          tag && tag !== "!"
            ? tag
            : style === "plain"
              ? plainTag(value)
              : "!!str",
        start,
        content,
        end: at,
      };
      place(node);
    } else if (event.type === EVENT_ID.SEQUENCE) {
      const items: YamlNode[] = [];
      node = {
        kind: "sequence",
        items,
        tag: tag || "!!seq",
        start,
        content,
        end: content,
      };
      place(node);
      open.push({ node } as Open);
    } else {
      const pairs: YamlPair[] = [];
      node = {
        kind: "mapping",
        pairs,
        tag: tag || "!!map",
        start,
        content,
        end: content,
      };
      place(node);
      open.push({ node } as Open);
    }
    if (anchor) anchors.set(anchor, node);
  }
  return root;
}
