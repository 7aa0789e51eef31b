import { expect, test } from "vitest";
import { patch } from "./patch";
import { draftOf, hostname, none } from "./testing/patches";

test.each([
  ["version: 1.0.0 # old\n", "version: 1.1.0 # old\n"],
  ["# top\nversion: '1.0.0'\n", "# top\nversion: '1.1.0'\n"],
  ["{version: 1.0.0}\n", "{version: 1.1.0}\n"],
  ["\ufeff---\nversion: 1.0.0\n...\n", "\ufeff---\nversion: 1.1.0\n...\n"],
  ["? version\n: 1.0.0\n", "? version\n: 1.1.0\n"],
])("the header of %j changes in place", (text, expected) => {
  expect(patch(text, draftOf(none, "1.0.0"), draftOf(none)).text).toBe(
    expected,
  );
});

test("a text that cannot be opened stays as it is", () => {
  const text = "variant: [\n";
  const made = patch(text, draftOf(none), draftOf(hostname("a")));
  expect(made).toEqual({ text, changed: false });
});
