import { expect, test } from "vitest";
import { readAnswer } from "./answer";
import { differences } from "./differences";

const catalogue = {
  date: "2026-08-01",
  bakery: "https://mirror.example/extensions/",
  releases: { btop: [{ version: "1.4.6" }, { version: "1.4.5" }] },
};
const answer = {
  catalogue,
  checked: "2026-08-01T12:00:00.000Z",
  problem: null,
};

test("an answer is read, and a plain catalogue as one", () => {
  expect(readAnswer(answer)).toEqual(answer);
  expect(readAnswer(catalogue)).toEqual({ ...answer, checked: null });
  expect(readAnswer({ ...answer, catalogue: null })?.catalogue).toBeNull();
});

test("what is no answer is none", () => {
  for (const value of [null, [], "x", {}, { ...answer, catalogue: {} }])
    expect(readAnswer(value)).toBeNull();
});

test("what a page would not show is left out", () => {
  const read = readAnswer({
    ...answer,
    checked: "soon",
    problem: "x".repeat(999),
  });
  expect(read?.checked).toBeNull();
  expect(read?.problem).toHaveLength(300);
});

test("what came and what went is said for each extension", () => {
  const after = {
    ...catalogue,
    releases: {
      btop: [{ version: "1.4.7" }, { version: "1.4.6" }],
      crio: [{ version: "v1.32.2" }],
    },
  };
  expect(differences(catalogue, after)).toEqual([
    "btop: new 1.4.7; gone 1.4.5",
    "crio: new v1.32.2",
  ]);
  expect(differences(catalogue, catalogue)).toEqual([]);
});
