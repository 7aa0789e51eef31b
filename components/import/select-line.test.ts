// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { selectLine } from "./select-line";

test.each([
  [1, "one"],
  [2, ""],
  [3, "three"],
  [9, ""],
])("line %i is marked", (line, expected) => {
  const field = document.createElement("textarea");
  field.value = "one\n\nthree";
  document.body.append(field);
  selectLine(field, line);
  const { value, selectionStart, selectionEnd } = field;
  expect(value.slice(selectionStart, selectionEnd)).toBe(expected);
});
