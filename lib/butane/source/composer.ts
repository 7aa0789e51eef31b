import { limits } from "../limits";
import {
  kinds,
  misplaced,
  type Frame,
  type Place,
  type Reading,
} from "./frames";
import type { YamlNode } from "./node";
import { readList, readMap } from "./read-block";
import { readFlowList, readFlowMap, readPair } from "./read-flow";
import type { Scanner } from "./scanner";
import { SyntaxProblem } from "./syntax-problem";
import { TagHandles } from "./tag-handles";
import type { Token } from "./token";
import { TreeBuilder, type Properties } from "./tree";

const DOCUMENT_HEADS = kinds("version", "tag-directive", "document-start");
const DOCUMENT_ENDS = kinds(
  "version",
  "tag-directive",
  "document-start",
  "document-end",
  "stream-end",
);

/** Puts the tokens of a text's first document together; `null` when there is none. Throws `SyntaxProblem`. */
export function compose(scanner: Scanner): YamlNode | null {
  return new Composer(scanner).document();
}

class Composer implements Reading {
  private readonly tree = new TreeBuilder();
  private readonly handles = new TagHandles();
  /** The open collections, innermost last: a list of our own, so that depth costs no call stack. */
  private readonly open: Frame[] = [];
  private root: YamlNode | null = null;
  private lastEnd = 0;
  private count = 0;

  constructor(private readonly scanner: Scanner) {}

  document(): YamlNode | null {
    let token = this.skip(); // the start of the stream
    if (token.kind === "stream-end") return null;
    const explicit = DOCUMENT_HEADS.has(token.kind);
    if (explicit) {
      for (; token.kind !== "document-start"; token = this.skip()) {
        if (!DOCUMENT_HEADS.has(token.kind)) {
          throw misplaced(token, "'---' must follow the directives");
        }
        this.handles.declare(token);
      }
      token = this.skip();
    }
    if (explicit && DOCUMENT_ENDS.has(token.kind)) this.empty(token.start);
    else this.node("block");
    for (let frame; (frame = this.open.at(-1)); ) this.read(frame);
    this.peek(); // upstream has looked at this by now, so it must be right
    return this.root;
  }

  private read(frame: Frame): void {
    switch (frame.form) {
      case "block-list":
      case "plain-list":
        return readList(this, frame);
      case "block-map":
        return readMap(this, frame);
      case "flow-list":
        return readFlowList(this, frame);
      case "flow-map":
        return readFlowMap(this, frame);
      case "pair":
        return readPair(this, frame);
    }
  }

  node(place: Place): void {
    let token = this.peek();
    if (token.kind === "alias") {
      this.take();
      return this.place(this.tree.alias(token));
    }
    const { start } = token;
    let anchor = "";
    let tag: Token | undefined;
    let end = start;
    for (; ; token = this.skip()) {
      if (token.kind === "anchor" && !anchor) anchor = token.value;
      else if (token.kind === "tag" && !tag) tag = token;
      else break;
      end = token.end;
    }
    const fullTag = tag ? this.handles.expand(tag) : "";
    const properties: Properties = { start, anchor, tag: fullTag };
    if (this.content(token, place, properties)) return;
    if (!anchor && !tag) throw misplaced(token, "a value is missing");
    this.place(this.tree.empty(start, end, properties));
  }

  /** Reads a scalar or opens a collection; answers whether the token begins one that may stand in this place. */
  private content(token: Token, place: Place, properties: Properties): boolean {
    const { tree } = this;
    const { start } = token;
    const first = true;
    const bare = false;
    switch (token.kind) {
      case "scalar":
        this.place(tree.scalar(token, properties));
        break;
      case "flow-sequence": {
        const node = tree.sequence(start, properties);
        this.enter({ form: "flow-list", node, first });
        break;
      }
      case "flow-mapping": {
        const node = tree.mapping(start, properties);
        this.enter({ form: "flow-map", node, key: null, first, bare });
        break;
      }
      case "block-sequence": {
        if (place === "flow") return false;
        const node = tree.sequence(start, properties);
        this.enter({ form: "block-list", node });
        break;
      }
      case "block-mapping": {
        if (place === "flow") return false;
        const node = tree.mapping(start, properties);
        this.enter({ form: "block-map", node, key: null });
        break;
      }
      case "entry": {
        if (place !== "value") return false;
        const node = tree.sequence(start, properties);
        this.enter({ form: "plain-list", node });
        return true; // the dash is its first item's
      }
      default:
        return false;
    }
    this.take();
    return true;
  }

  openPair(start: number): void {
    const node = this.tree.mapping(start, { start, anchor: "", tag: "" });
    const [first, bare] = [true, false];
    this.enter({ form: "pair", node, key: null, first, bare });
  }

  empty(at: number): void {
    this.place(this.tree.empty(at));
  }

  close(last?: Token): void {
    const frame = this.open.pop();
    if (last) this.lastEnd = last.end;
    if (frame) frame.node.end = Math.max(this.lastEnd, frame.node.content);
  }

  private enter(frame: Frame): void {
    this.place(frame.node);
    this.open.push(frame);
  }

  private place(node: YamlNode): void {
    if (++this.count > limits.values) throw tooMany(node);
    this.lastEnd = Math.max(this.lastEnd, node.end);
    const frame = this.open.at(-1);
    if (!frame) this.root = node;
    else if (!("key" in frame)) frame.node.items.push(node);
    else if (frame.key) {
      frame.node.pairs.push({ key: frame.key, value: node });
      frame.key = null;
    } else frame.key = node;
  }

  peek(): Token {
    return this.scanner.peek();
  }

  take(): void {
    this.scanner.next();
  }

  skip(): Token {
    this.scanner.next();
    return this.scanner.peek();
  }
}

function tooMany({ start, end }: YamlNode): SyntaxProblem {
  const limit = limits.values;
  const reason = `more than ${limit} values`;
  return new SyntaxProblem(start, end, reason, "too-many-values", { limit });
}
