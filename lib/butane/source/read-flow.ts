import {
  kinds,
  misplaced,
  type FlowListFrame,
  type FlowMapFrame,
  type Reading,
} from "./frames";
import type { Token } from "./token";

const KEY_ENDS = kinds("value", "flow-entry", "flow-mapping-end");
const VALUE_ENDS = kinds("flow-entry", "flow-mapping-end");
const PAIR_KEY_ENDS = kinds("value", "flow-entry", "flow-sequence-end");
const PAIR_VALUE_ENDS = kinds("flow-entry", "flow-sequence-end");

/** Reads on in `[…]`: one item, or its end. */
export function readFlowList(reading: Reading, frame: FlowListFrame): void {
  const token = nextItem(reading, frame, "flow-sequence-end");
  if (token.kind === "key") {
    reading.openPair(token.start);
    reading.take();
  } else if (token.kind !== "flow-sequence-end") reading.node("flow");
}

/** Reads on in `{…}`: a key, a value, or its end. */
export function readFlowMap(reading: Reading, frame: FlowMapFrame): void {
  if (frame.key) return readFlowValue(reading, frame);
  const token = nextItem(reading, frame, "flow-mapping-end");
  frame.bare = token.kind !== "key";
  if (token.kind === "key") {
    const after = reading.skip();
    if (KEY_ENDS.has(after.kind)) reading.empty(after.start);
    else reading.node("flow");
  } else if (token.kind !== "flow-mapping-end") reading.node("flow");
}

/** Passes the comma before an item, and closes the collection where no item follows. */
function nextItem(
  reading: Reading,
  frame: { first: boolean },
  closing: "flow-sequence-end" | "flow-mapping-end",
): Token {
  let token = reading.peek();
  if (token.kind !== closing && !frame.first) {
    if (token.kind !== "flow-entry") {
      const bracket = closing === "flow-mapping-end" ? "}" : "]";
      throw misplaced(token, `',' or '${bracket}' is missing`);
    }
    token = reading.skip();
  }
  frame.first = false;
  if (token.kind === closing) {
    reading.take();
    reading.close(token);
  }
  return token;
}

function readFlowValue(reading: Reading, frame: FlowMapFrame): void {
  let token = reading.peek();
  if (!frame.bare && token.kind === "value") {
    token = reading.skip();
    if (!VALUE_ENDS.has(token.kind)) return reading.node("flow");
  }
  reading.empty(token.start);
}

/** Reads on in the one pair of a mapping like the one in `[a: b]`. */
export function readPair(reading: Reading, frame: FlowMapFrame): void {
  if (frame.node.pairs.length > 0) return reading.close();
  const token = reading.peek();
  if (!frame.key) {
    if (!PAIR_KEY_ENDS.has(token.kind)) return reading.node("flow");
    reading.take(); // even where it is the ':', as upstream
    return reading.empty(token.end);
  }
  if (token.kind === "value") {
    const after = reading.skip();
    if (!PAIR_VALUE_ENDS.has(after.kind)) return reading.node("flow");
  }
  reading.empty(token.start);
}
