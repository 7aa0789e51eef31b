import { expect, test } from "vitest";
import { looksDecimal } from "./decimal-mode";

test.each([
  [644, false, true, "what everybody means by 644 is 0644"],
  [0o644, false, false, "octal already"],
  [755, true, true, "a directory's usual mode without its zero"],
  [777, false, true, "01411 is nobody's wish"],
  [4755, false, true, "a setuid program"],
  [1777, true, true, "a directory for all, like /tmp"],
  [1777, false, false, "sticky means nothing on a file, so 01777 is no better"],
  [648, false, false, "8 is no octal digit"],
  [0, false, false, "no rights at all are fine for root"],
  [10_000, false, false, "out of range either way"],
  [-1, false, false, "out of range either way"],
])("mode %i, directory %s: %s (%s)", (mode, directory, expected) => {
  expect(looksDecimal(mode, directory)).toBe(expected);
});
