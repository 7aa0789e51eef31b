import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { checkIgnitionText } from "./ignition";
import { messages } from "./messages";
import { goldenOptions, readGolden } from "./testing/golden";
import { WITHOUT_GOLDEN } from "./testing/without-golden";
import { transpile } from "./transpile";

const root = fileURLToPath(new URL("../..", import.meta.url));
const sections = readFileSync(`${root}docs/report-codes.md`, "utf8")
  .split(/^### /m)
  .slice(1)
  .map((text) => [text.slice(0, text.indexOf("\n")), text] as const);

test("docs/report-codes.md has every code once", () => {
  expect(sections.map(([code]) => code).sort()).toEqual(
    Object.keys(messages).sort(),
  );
});

test.each(sections)("the example of %s shows it", (code, text) => {
  if (/^No example: /m.test(text)) {
    expect(Object.keys(WITHOUT_GOLDEN)).toContain(code);
    return;
  }
  expect(reportOf(text).map((entry) => entry.code)).toContain(code);
});

function reportOf(section: string) {
  if (/^Example: a text of no length\.$/m.test(section)) {
    return checkIgnitionText("").report;
  }
  const [, language, text = ""] = /^```(\w+)\n(.*?)^```$/ms.exec(section)!;
  if (language === "json") return checkIgnitionText(text).report;
  const [, folder = ""] = /\]\(\.\.\/(lib\/butane\/testdata\/[^)]+)\)/.exec(
    section,
  )!;
  return transpile(text, goldenOptions(readGolden(`${root}${folder}`))).report;
}
