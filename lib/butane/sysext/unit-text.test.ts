import { expect, test } from "vitest";
import { hclList, hclString } from "./hcl";
import {
  environment,
  environmentLine,
  execArguments,
  oneLine,
  quoted,
  unitText,
  wholeLines,
} from "./unit-text";

test("sections are apart by a line, lines that are false and sections without any are left out", () => {
  expect(
    unitText({
      Unit: ["A=1", false, "B=2"],
      Service: [null],
      Install: ["C=3"],
    }),
  ).toBe("[Unit]\nA=1\nB=2\n\n[Install]\nC=3\n");
});

test.each([
  ["plain/path:1", "Environment=X=plain/path:1"],
  ["two words", 'Environment="X=two words"'],
  ['a "b" \\c', 'Environment="X=a \\"b\\" \\\\c"'],
  ["100%", "Environment=X=100%%"],
  ["one\nUser=root", 'Environment="X=one User=root"'],
])("the value %j in a unit", (value, line) => {
  expect(environment("X", value)).toBe(line);
});

test.each([
  ["plain", "X=plain\n"],
  ["", "X=\n"],
  ["a $b `c`", 'X="a \\$b \\`c\\`"\n'],
  ["a\nB=c", 'X="a B=c"\n'],
  ["# no comment", 'X="# no comment"\n'],
])("the value %j in an environment file", (value, line) => {
  expect(environmentLine("X", value)).toBe(line);
});

test("arguments mean what was typed", () => {
  expect(execArguments("--a=%h $HOME\n--b")).toBe("--a=%%h $$HOME --b");
  expect(quoted('a"b')).toBe('"a\\"b"');
});

test.each([
  ["--a ; reboot", "--a \\; reboot", "a second command"],
  ["; a;b ;", "\\; a;b \\;", "at either end, and not inside of a word"],
  ["'a ; b' \"c ; d\"", "'a ; b' \"c ; d\"", "inside of quotes it is text"],
  ['\\" ; x', '\\" \\; x', "this quote opens nothing"],
  ["a \\; b", "a \\; b", "escaped by hand"],
  ["--a \\", "--a", "the next line would be part of this one"],
  ["--a b\\\\", "--a b\\\\", "a backslash that is escaped"],
  ["--a b\\\\\\", "--a b\\\\", "and one more"],
])("the arguments %j stay arguments", (value, line) => {
  expect(execArguments(value)).toBe(line);
});

test("what was typed over several lines becomes one, continuations and all", () => {
  expect(oneLine(" a \\\n  b\r\nc ")).toBe("a b c");
});

test("texts end in one line break, or stay empty", () => {
  expect(wholeLines("a\r\nb\n\n")).toBe("a\nb\n");
  expect(wholeLines(" \n")).toBe("");
});

test("a string in HCL never begins a template", () => {
  expect(hclString('a"${b}%{c}$d')).toBe('"a\\"$${b}%%{c}$d"');
  expect(hclList(["a", "b"])).toBe('["a", "b"]');
});
