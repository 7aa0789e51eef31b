import { expect, test } from "vitest";
import { formatReport } from "./format-report";
import { messages, sentenceFor } from "./messages";
import { error, warning } from "./report";
import { transpile } from "./transpile";

test.each(Object.entries(messages))("%s is a sentence", (code, message) => {
  expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  for (const text of [message.says, message.why].filter(Boolean)) {
    expect(text).toMatch(/^[A-Z`{].*[.]$/s);
  }
});

test("values fill the sentence", () => {
  const told = sentenceFor(warning("unused-key", ["foo"], { key: "foo" }));
  expect(told.sentence).toContain("`foo`");
});

test("a problem inside a nested config says where that config stands", () => {
  const within = "$.ignition.config.replace.inline";
  const told = sentenceFor(error("path-relative", ["storage"], { within }));
  expect(told.sentence).toContain(within);
});

test("a code without a sentence is told as it is", () => {
  expect(sentenceFor({ code: "brand-new" })).toEqual({ sentence: "brand-new" });
});

test("no sentence of a real report is left with a hole", () => {
  const { report } = transpile(`variant: flatcar
version: 1.1.0
storage:
  files:
    - {path: /a, path: /b, mode: [], contents: {inline: {}}}
`);
  expect(report.length).toBeGreaterThan(0);
  expect(formatReport(report)).not.toMatch(/\{\w+\}/);
});

test("a report is written like Butane's raw errors", () => {
  const { report } = transpile("variant: flatcar\nversion: 1.1.0\nfoo: 1\n");
  expect(formatReport(report)).toMatch(
    /^warning at \$\.foo, line 3 col 1: Nothing reads the key `foo` here/,
  );
});
