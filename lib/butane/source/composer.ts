import type { YamlNode } from "./node";
import type { Scanner } from "./scanner";
import { SyntaxProblem } from "./syntax-problem";
import { TagHandles } from "./tag-handles";
import type { Token, TokenKind } from "./token";
import {
  TreeBuilder,
  type OpenMapping,
  type OpenSequence,
  type Properties,
} from "./tree";

/** A collection that is being read. The open ones are a list of their own, so that depth costs no call stack. */
type Frame =
  | { form: "block-list" | "plain-list"; node: OpenSequence }
  | { form: "flow-list"; node: OpenSequence; start: number; first: boolean }
  | {
      form: "block-map";
      node: OpenMapping;
      key: YamlNode | null;
      start: number;
    }
  | {
      form: "flow-map";
      node: OpenMapping;
      key: YamlNode | null;
      start: number;
      first: boolean;
      bare: boolean;
    }
  | { form: "pair"; node: OpenMapping; key: YamlNode | null };

type Form = "block" | "block-or-list" | "flow";

/** Puts the tokens of a text's first document together; `null` when there is none. Throws `SyntaxProblem`. */
export function compose(scanner: Scanner): YamlNode | null {
  return new Composer(scanner).document();
}

class Composer {
  private readonly tree = new TreeBuilder();
  private readonly handles = new TagHandles();
  private readonly open: Frame[] = [];
  private root: YamlNode | null = null;
  private lastEnd = 0;

  constructor(private readonly scanner: Scanner) {}

  document(): YamlNode | null {
    this.take("stream-start");
    let token = this.scanner.peek();
    if (token.kind === "stream-end") return null;
    if (!DOCUMENT_HEADS.has(token.kind)) this.node("block");
    else {
      for (; isDirective(token); token = this.skip()) {
        this.handles.declare(token);
      }
      if (token.kind !== "document-start") {
        throw problemAt(token, "'---' must follow the directives");
      }
      token = this.skip();
      if (DOCUMENT_ENDS.has(token.kind)) this.place(this.empty(token.start));
      else this.node("block");
    }
    let frame: Frame | undefined;
    while ((frame = this.open.at(-1))) this.step(frame);
    this.scanner.peek(); // what upstream has looked at by now must be right, though it belongs to no node
    return this.root;
  }

  private step(frame: Frame): void {
    switch (frame.form) {
      case "block-list":
        return this.blockList(frame.node);
      case "plain-list":
        return this.plainList();
      case "block-map":
        return frame.key ? this.blockValue() : this.blockKey(frame.start);
      case "flow-list":
        return this.flowList(frame);
      case "flow-map":
        return frame.key ? this.flowValue(frame) : this.flowKey(frame);
      case "pair":
        return frame.key ? this.pairValue(frame) : this.pairKey();
    }
  }

  private blockList(list: OpenSequence): void {
    const token = this.scanner.peek();
    if (token.kind === "entry") return this.entry(token, BLOCK_LIST_ENDS);
    if (token.kind === "block-end") return this.close(true);
    const reason = "this line belongs to no item of the list above";
    throw problemAt(token, reason, list.content);
  }

  /** A list that stands as deep as the key it belongs to ends without a token of its own. */
  private plainList(): void {
    const token = this.scanner.peek();
    if (token.kind === "entry") return this.entry(token, PLAIN_LIST_ENDS);
    this.close(false);
  }

  private entry(dash: Token, ends: ReadonlySet<TokenKind>): void {
    const after = this.skip();
    if (ends.has(after.kind)) this.place(this.empty(dash.end));
    else this.node("block");
  }

  private blockKey(start: number): void {
    const token = this.scanner.peek();
    if (token.kind === "block-end") return this.close(true);
    if (token.kind !== "key") {
      const reason =
        token.kind === "entry"
          ? "a list item stands among keys"
          : "a key must stand here, as deep as the keys above";
      throw problemAt(token, reason, start);
    }
    this.keyOrValue(token);
  }

  private blockValue(): void {
    const token = this.scanner.peek();
    if (token.kind === "value") this.keyOrValue(token);
    else this.place(this.empty(token.start));
  }

  private keyOrValue(mark: Token): void {
    const after = this.skip();
    if (BLOCK_MAP_ENDS.has(after.kind)) this.place(this.empty(mark.end));
    else this.node("block-or-list");
  }

  private flowList(frame: Extract<Frame, { form: "flow-list" }>): void {
    let token = this.scanner.peek();
    if (token.kind !== "flow-sequence-end") {
      if (!frame.first) token = this.comma(token, "']'", frame.start);
      frame.first = false;
      if (token.kind === "key") {
        const { start } = token;
        const node = this.tree.mapping(start, { start, anchor: "", tag: "" });
        this.scanner.next();
        this.enter({ form: "pair", node, key: null });
        return;
      }
      if (token.kind !== "flow-sequence-end") return this.node("flow");
    }
    this.lastEnd = token.end;
    this.close(true);
  }

  private flowKey(frame: Extract<Frame, { form: "flow-map" }>): void {
    let token = this.scanner.peek();
    if (token.kind !== "flow-mapping-end") {
      if (!frame.first) token = this.comma(token, "'}'", frame.start);
      frame.first = false;
      frame.bare = token.kind !== "key";
      if (token.kind === "key") {
        token = this.skip();
        if (!FLOW_MAP_KEY_ENDS.has(token.kind)) return this.node("flow");
        this.place(this.empty(token.start));
        return;
      }
      if (token.kind !== "flow-mapping-end") return this.node("flow");
    }
    this.lastEnd = token.end;
    this.close(true);
  }

  private flowValue(frame: Extract<Frame, { form: "flow-map" }>): void {
    let token = this.scanner.peek();
    if (!frame.bare && token.kind === "value") {
      token = this.skip();
      if (!FLOW_MAP_ENDS.has(token.kind)) return this.node("flow");
    }
    this.place(this.empty(token.start));
  }

  /** The mapping of one pair that `[a: b]` stands for. */
  private pairKey(): void {
    const token = this.scanner.peek();
    if (!PAIR_KEY_ENDS.has(token.kind)) return this.node("flow");
    this.scanner.next(); // also where it is the ':', as upstream
    this.place(this.empty(token.end));
  }

  private pairValue(frame: Extract<Frame, { form: "pair" }>): void {
    const token = this.scanner.peek();
    if (frame.node.pairs.length > 0) return this.close(false);
    if (token.kind === "value") {
      const after = this.skip();
      if (!PAIR_ENDS.has(after.kind)) return this.node("flow");
    }
    this.place(this.empty(token.start));
  }

  private comma(token: Token, closing: string, start: number): Token {
    if (token.kind === "flow-entry") return this.skip();
    throw problemAt(token, `',' or ${closing} must stand here`, start);
  }

  private node(form: Form): void {
    let token = this.scanner.peek();
    if (token.kind === "alias") {
      this.scanner.next();
      return this.place(this.tree.alias(token));
    }
    const { start } = token;
    let anchor = "";
    let tag: Token | undefined;
    let end = start;
    while (
      (token.kind === "anchor" && !anchor) ||
      (token.kind === "tag" && !tag)
    ) {
      if (token.kind === "anchor") anchor = token.value;
      else tag = token;
      end = token.end;
      token = this.skip();
    }
    const properties: Properties = {
      start,
      anchor,
      tag: tag ? this.handles.expand(tag) : "",
    };
    if (this.content(token, form, properties)) return;
    if (!anchor && !properties.tag) {
      throw problemAt(token, "a value must stand here");
    }
    this.place(this.tree.empty(start, end, properties));
    this.lastEnd = end;
  }

  private content(token: Token, form: Form, properties: Properties): boolean {
    const { tree } = this;
    const { start } = token;
    switch (token.kind) {
      case "entry":
        if (form !== "block-or-list") return false;
        this.enter({
          form: "plain-list",
          node: tree.sequence(start, properties),
        });
        return true;
      case "scalar":
        this.scanner.next();
        this.place(tree.scalar(token, properties));
        return true;
      case "flow-sequence": {
        const node = tree.sequence(start, properties);
        this.scanner.next();
        this.enter({ form: "flow-list", node, start, first: true });
        return true;
      }
      case "flow-mapping": {
        const node = tree.mapping(start, properties);
        const bare = false;
        this.scanner.next();
        this.enter({
          form: "flow-map",
          node,
          key: null,
          start,
          first: true,
          bare,
        });
        return true;
      }
      case "block-sequence":
        if (form === "flow") return false;
        this.scanner.next();
        this.enter({
          form: "block-list",
          node: tree.sequence(start, properties),
        });
        return true;
      case "block-mapping": {
        if (form === "flow") return false;
        const node = tree.mapping(start, properties);
        this.scanner.next();
        this.enter({ form: "block-map", node, key: null, start });
        return true;
      }
      default:
        return false;
    }
  }

  private enter(frame: Frame): void {
    this.place(frame.node);
    this.open.push(frame);
  }

  private close(skipToken: boolean): void {
    const frame = this.open.pop();
    if (frame) frame.node.end = Math.max(this.lastEnd, frame.node.content);
    if (skipToken) this.scanner.next();
  }

  private place(node: YamlNode): void {
    this.lastEnd = Math.max(this.lastEnd, node.end);
    const frame = this.open.at(-1);
    if (!frame) this.root = node;
    else if ("key" in frame) {
      if (frame.key) frame.node.pairs.push({ key: frame.key, value: node });
      frame.key = frame.key && frame.form !== "pair" ? null : node;
    } else frame.node.items.push(node);
  }

  private empty(at: number): YamlNode {
    return this.tree.empty(at);
  }

  private skip(): Token {
    this.scanner.next();
    return this.scanner.peek();
  }

  private take(kind: TokenKind): void {
    if (this.scanner.peek().kind === kind) this.scanner.next();
  }
}

const kinds = (...list: TokenKind[]): ReadonlySet<TokenKind> => new Set(list);
const DOCUMENT_HEADS = kinds("version", "tag-directive", "document-start");
const DOCUMENT_ENDS = kinds(
  "version",
  "tag-directive",
  "document-start",
  "document-end",
  "stream-end",
);
const BLOCK_LIST_ENDS = kinds("entry", "block-end");
const PLAIN_LIST_ENDS = kinds("entry", "key", "value", "block-end");
const BLOCK_MAP_ENDS = kinds("key", "value", "block-end");
const FLOW_MAP_KEY_ENDS = kinds("value", "flow-entry", "flow-mapping-end");
const FLOW_MAP_ENDS = kinds("flow-entry", "flow-mapping-end");
const PAIR_KEY_ENDS = kinds("value", "flow-entry", "flow-sequence-end");
const PAIR_ENDS = kinds("flow-entry", "flow-sequence-end");

function isDirective({ kind }: Token): boolean {
  return kind === "version" || kind === "tag-directive";
}

/** `context` is where the collection begins in which the token has no place. */
function problemAt(token: Token, reason: string, context = token.start) {
  void context;
  const end = Math.max(token.end, token.start + 1);
  return new SyntaxProblem(token.start, end, reason);
}
