import { expect, test } from "vitest";
import { setAt, valueAt, withEdits } from "./set-at";

const root = { a: { b: [1, 2, 3] }, c: { d: "x" } };

test("the value at a path is replaced and everything beside it is shared", () => {
  const next = setAt(root, ["a", "b", 1], 9);
  expect(next).toEqual({ a: { b: [1, 9, 3] }, c: { d: "x" } });
  expect(next.c).toBe(root.c);
  expect(root.a.b).toEqual([1, 2, 3]);
});

test("undefined removes a key or an item", () => {
  expect(setAt(root, ["a", "b", 0], undefined)).toEqual({
    a: { b: [2, 3] },
    c: { d: "x" },
  });
  expect(setAt(root, ["c", "d"], undefined)).toEqual({
    a: { b: [1, 2, 3] },
    c: {},
  });
});

test("what is missing on the way is made", () => {
  expect(setAt({}, ["x", "y", 0], "z")).toEqual({ x: { y: ["z"] } });
});

test("a key keeps its place", () => {
  expect(Object.keys(setAt(root, ["a"], 1))).toEqual(["a", "c"]);
});

test.each([
  [["a", "b", 2], 3],
  [["a", "x", 2], undefined],
  [["c", "d", "length"], undefined],
  [["constructor"], undefined],
])("reading %j gives %j", (path, value) => {
  expect(valueAt(root, path)).toBe(value);
});

test("of several edits each finds what those before it left", () => {
  const edits = [
    { path: ["a", "b", 0], value: undefined },
    { path: ["a", "b", 0], value: 9 },
  ];
  expect(withEdits(root, edits).a.b).toEqual([9, 3]);
});
