import fc from "fast-check";
import { expect, test } from "vitest";
import { patched, patchOf } from "./patch";

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom("", "a", "b", 0, 1, -0, true, null, undefined),
    fc.array(tie("any"), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom("a", "b", "c", "1", "__proto__"),
      tie("any"),
      {
        maxKeys: 3,
        noNullPrototype: true,
      },
    ),
  ),
})).any;

/** A value with its keys in their order. */
const written = (one: unknown): string =>
  JSON.stringify(one, (_, part: unknown) =>
    part === undefined ? "undefined" : Object.is(part, -0) ? "-0" : part,
  ) ?? "undefined";

test("what was sent makes the one value of the other, to the order of its keys", () => {
  fc.assert(
    fc.property(value, value, (before, after) => {
      const patch = structuredClone(patchOf(before, after));
      const made = patched(before, patch);
      expect(made).toStrictEqual(after);
      expect(written(made)).toBe(written(after));
    }),
    { numRuns: 1000 },
  );
});

test("equal values need nothing, and stay the same object", () => {
  fc.assert(
    fc.property(value, (before) => {
      const patch = patchOf(before, structuredClone(before));
      expect(patch).toBeUndefined();
      expect(patched(before, patch)).toBe(before);
    }),
  );
});

test("what a patch does not touch stays the same object", () => {
  const before = { kept: { a: 1 }, list: [{ b: 2 }, { c: 3 }], gone: true };
  const after = { kept: { a: 1 }, list: [{ b: 2 }, { c: 4 }, { d: 5 }] };
  const patch = patchOf(before, after);
  expect(patch).toEqual({
    parts: [
      [
        "list",
        {
          parts: [
            [1, { parts: [["c", { value: 4 }]] }],
            [2, { value: { d: 5 } }],
          ],
          length: 3,
        },
      ],
    ],
    keys: ["kept", "list"],
  });
  const made = patched<unknown>(before, patch) as typeof after;
  expect(made).toEqual(after);
  expect(made.kept).toBe(before.kept);
  expect(made.list[0]).toBe(before.list[0]);
  expect(before.list).toHaveLength(2);
});

test("a list never becomes an object, nor the other way round", () => {
  expect(patched([] as unknown, patchOf([], {}))).toEqual({});
  expect(patched({} as unknown, patchOf({}, []))).toEqual([]);
});
