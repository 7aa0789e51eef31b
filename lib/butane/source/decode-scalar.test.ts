import { expect, test } from "vitest";
import {
  decodeBool,
  decodeInt,
  decodeMismatch,
  decodeString,
  isMergeKey,
  isNull,
  type ConcreteNode,
} from "./decode-scalar";
import { parse } from "./parse";

function node(text: string): ConcreteNode {
  const { root } = parse(text);
  if (!root || root.kind === "alias") throw new Error(`no value in ${text}`);
  return root;
}

test.each([
  ["abc", "abc", "text"],
  ["0644", "0644", "a number keeps its source"],
  ["1_000", "1_000", "even an odd one"],
  ["yes", "yes", "a word that is true elsewhere"],
  ["true", "true", "a bool"],
  ["2001-01-01", "2001-01-01", "a date"],
  ["'~'", "~", "quotes make text of anything"],
  ["!!str", "", "no text under a tag"],
  ["!!binary aGVsbG8=", "hello", "base64"],
  ["!!binary |\n  aGVs\n  bG8=\n", "hello", "base64 over lines"],
  ["!!binary /w==", "\udcff", "a byte that is no UTF-8 is not lost"],
  ["!foo bar", "bar", "a tag that nobody knows"],
])("%j into a string is %j: %s", (text, value) => {
  expect(decodeString(node(text))).toEqual({ state: "value", value });
});

test.each<[string, number | bigint | undefined, string]>([
  ["0644", 420, "octal as in YAML 1.1"],
  ["0o644", 420, "octal as in YAML 1.2"],
  ["1e3", 1000, "a float without a fraction"],
  ["-1.9", -1, "a float loses its fraction"],
  ["9007199254740993", 9007199254740993n, "more than a number holds"],
  ["9223372036854775807", 9223372036854775807n, "the largest"],
  ["9.3e18", undefined, "a float that is too large"],
  ["-1e300", -9223372036854775808n, "a float that is too small wraps"],
  ["9223372036854775808", undefined, "an integer that is too large"],
  [".nan", undefined, "not a number"],
  ["'1'", undefined, "a number in quotes"],
])("%s into an int is %s: %s", (text, value) => {
  const decoded = decodeInt(node(text));
  if (value === undefined) expect(decoded.state).toBe("mismatch");
  else expect(decoded).toEqual({ state: "value", value });
});

test.each<[string, boolean | undefined, string]>([
  ["true", true, "YAML's own word"],
  ["yes", true, "a word of YAML 1.1"],
  ["'off'", false, "even in quotes"],
  ["!!str y", true, "even as text"],
  ["'true'", undefined, "but not YAML's own word"],
  ["yEs", undefined, "nor any mixture"],
  ["1", undefined, "nor a number"],
])("%s into a bool is %s: %s", (text, value) => {
  const decoded = decodeBool(node(text));
  if (value === undefined) expect(decoded.state).toBe("mismatch");
  else expect(decoded).toEqual({ state: "value", value });
});

test.each(["~", "null", "", "!!null ''"])(
  "%j leaves any field alone",
  (text) => {
    const value = node(`- ${text}`);
    const item = value.kind === "sequence" ? value.items[0] : undefined;
    if (!item || item.kind === "alias") throw new Error("no item");
    expect(isNull(item)).toBe(true);
    for (const decode of [decodeString, decodeInt, decodeBool]) {
      expect(decode(item)).toEqual({ state: "null" });
    }
  },
);

test.each([
  ["abc", "cannot unmarshal !!str `abc` into int"],
  ["abcdefghij", "cannot unmarshal !!str `abcdefghij` into int"],
  ["abcdefghijk", "cannot unmarshal !!str `abcdefg...` into int"],
  ["ääääää", "cannot unmarshal !!str `äää\ufffd...` into int"],
  ["2001-01-01", "cannot unmarshal !!timestamp `2001-01-01` into int"],
  ["!foo bar", "cannot unmarshal !foo `bar` into int"],
  ["[a]", "cannot unmarshal !!seq into int"],
  ["{a: b}", "cannot unmarshal !!map into int"],
])("%j is no int, in upstream's words", (text, detail) => {
  expect(decodeInt(node(text))).toEqual({ state: "mismatch", detail });
});

test.each([
  ["!!int abc", "cannot decode !!str `abc` as a !!int"],
  ["!!binary '*'", "!!binary value contains invalid base64 data"],
  ["!!binary YQ", "!!binary value contains invalid base64 data"],
])("%j ends decoding", (text, detail) => {
  for (const decode of [decodeString, decodeInt, decodeBool]) {
    expect(decode(node(text))).toEqual({ state: "failure", detail });
  }
});

test("a scalar is no struct, except that null leaves it alone", () => {
  const detail = "cannot unmarshal !!str `abc` into v0_5.Storage";
  expect(decodeMismatch(node("abc"), "v0_5.Storage")).toEqual({
    state: "mismatch",
    detail,
  });
  expect(decodeMismatch(node("~"), "v0_5.Storage")).toEqual({ state: "null" });
});

test.each([
  ["<<", true, "plain"],
  ["!!merge <<", true, "tagged as one"],
  ["! <<", true, "with the tag that says nothing"],
  ["'<<'", false, "in quotes"],
  ["!!str <<", false, "tagged as text"],
  ["!!merge a", false, "tagged, but another word"],
])("whether %s merges is %s: %s", (text, merges) => {
  expect(isMergeKey(node(text))).toBe(merges);
});
