import { expect, test } from "vitest";
import { formatPath } from "../path";
import { forbiddenFields } from "./forbidden";

const forbidden = {
  list: "list",
  "items.text": { code: "text", unlessEmpty: true },
  "items.struct": "struct",
} as const;

test.each<[object, string[], string]>([
  [{ list: [1, 2] }, ["list at $.list"], "a list gives one entry"],
  [{ list: [] }, [], "an empty list asks for nothing"],
  [{ list: [{}] }, ["list at $.list"], "an empty item is an item"],
  [{ items: [{}, { text: "x" }] }, ["text at $.items.1.text"], "inside a list"],
  [{ items: [{ text: "" }] }, [], "an empty text, where that is let through"],
  [{ items: [{ struct: { a: {}, b: [] } }] }, [], "nothing in it but nothing"],
  [
    { items: [{ struct: { a: { b: "" } } }] },
    ["struct at $.items.0.struct"],
    "an empty text is there",
  ],
])("%j is refused with %j: %s", (config, expected) => {
  const found = forbiddenFields(config, forbidden);
  expect(
    found.map(({ code, path }) => `${code} at ${formatPath(path)}`),
  ).toEqual(expected);
});
