import { expect, test } from "vitest";
import {
  emptyHistory,
  record,
  stepBack,
  stepForth,
  typedPlace,
  type History,
} from "./history";

interface Value {
  readonly name: string;
  readonly keys: readonly string[];
  readonly params: Readonly<Record<string, string>>;
}
const start: Value = { name: "", keys: ["a"], params: {} };

test.each<[string, Value, string | null]>([
  ["one text", { ...start, name: "n" }, "$.name"],
  ["a text in a list", { ...start, keys: ["ab"] }, "$.keys.0"],
  [
    "a text that was not there",
    { ...start, params: { role: "x" } },
    "$.params.role",
  ],
  ["two texts", { ...start, name: "n", keys: ["ab"] }, null],
  ["a longer list", { ...start, keys: ["a", "b"] }, null],
  ["a shorter list", { ...start, keys: [] }, null],
  ["nothing", start, null],
])("typing is told from other changes: %s", (_, after, place) => {
  expect(typedPlace(start, after)).toBe(place);
});

function typed(texts: readonly string[], pause: number) {
  let now = 0;
  let value = start;
  let history: History<Value> = emptyHistory;
  for (const name of texts) {
    const after = { ...value, name };
    history = record(history, value, typedPlace(value, after), (now += pause));
    value = after;
  }
  return { history, value };
}

test("keys typed in one go are one step", () => {
  const { history, value } = typed(["n", "no", "nod", "node"], 200);
  expect(history.past).toEqual([start]);
  expect(stepBack(history, value)?.value).toBe(start);
});

test("a pause ends a step", () => {
  expect(typed(["n", "no"], 2000).history.past).toHaveLength(2);
});

test("typing elsewhere is a step of its own", () => {
  const { history, value } = typed(["n"], 10);
  const after = { ...value, keys: ["ab"] };
  const place = typedPlace(value, after);
  expect(record(history, value, place, 20).past).toHaveLength(2);
});

test("back and forth gives the same value, and typing after that is a new step", () => {
  const { history, value } = typed(["n", "no"], 100);
  const back = stepBack(history, value)!;
  const forth = stepForth(back.history, back.value)!;
  expect(forth.value).toBe(value);
  expect(forth.history.future).toEqual([]);
  expect(record(forth.history, value, "$.name", 210).past).toHaveLength(2);
});

test("a change after going back drops what was ahead", () => {
  const { history, value } = typed(["n"], 100);
  const back = stepBack(history, value)!;
  expect(record(back.history, back.value, null, 300).future).toEqual([]);
});

test("two hundred steps are kept", () => {
  const { history } = typed(
    Array.from({ length: 300 }, (_, index) => `${index}`),
    5000,
  );
  expect(history.past).toHaveLength(200);
});

test("there is nothing before the beginning", () => {
  expect(stepBack(emptyHistory, start)).toBeNull();
  expect(stepForth(emptyHistory, start)).toBeNull();
});
