import { expect, test } from "vitest";
import { pathOf, readLines } from "./lines";

/** Each line as its kind and the path that is open after it. */
const told = (text: string) =>
  readLines(text).map(
    ({ kind, frame }) => `${kind} ${pathOf(frame).join(".")}`,
  );

test.each([
  [
    "keys and items",
    "storage:\n  files:\n    - path: /a\n      mode: 0644\n    - path: /b",
    [
      "entry storage",
      "entry storage.files",
      "entry storage.files.0.path",
      "entry storage.files.0.mode",
      "entry storage.files.1.path",
    ],
  ],
  [
    "a list that is not indented",
    "storage:\n  files:\n  - path: /a\n  - path: /b\n  links: []",
    [
      "entry storage",
      "entry storage.files",
      "entry storage.files.0.path",
      "entry storage.files.1.path",
      "entry storage.links",
    ],
  ],
  [
    "a block of text, with what looks like keys in it",
    "a:\n  inline: |\n    x: 1\n\n    - y\n  b: 2",
    [
      "entry a",
      "entry a.inline",
      "text a.inline",
      "text a.inline",
      "text a.inline",
      "entry a.b",
    ],
  ],
  [
    "a key that lacks its colon",
    "storage:\n  fil\n",
    ["entry storage", "loose storage", "blank storage"],
  ],
  [
    "braces over several lines",
    "a: {\n  b: 1,\n}\nc: 2",
    ["entry a", "flow a", "flow a", "entry c"],
  ],
  [
    "items in items, comments, quoted keys",
    '# why\n- - "a b": 1\n    c: 2\n  - d',
    ["comment ", "entry 0.0.a b", "entry 0.0.c", "entry 0.1"],
  ],
  [
    "a list of text",
    "k:\n  - one\n  -\n  - three # and why",
    ["entry k", "entry k.0", "entry k.1", "entry k.2"],
  ],
])("%s", (_, text, expected) => {
  expect(told(text)).toEqual(expected);
});

test("the value of a line ends before its comment", () => {
  const text = 'mode: 0644  # rw\nname: "a # b" # c';
  const values = readLines(text).map(({ value }) =>
    text.slice(value!.start, value!.end),
  );
  expect(values).toEqual(["0644", '"a # b"']);
});
