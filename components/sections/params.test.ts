import { expect, test } from "vitest";
import type { Extension, ParamSpecs } from "@/lib/butane";
import { isRequired, visibleParams, withParam } from "./params";

const params: ParamSpecs = {
  role: {
    type: "select",
    label: "Role",
    default: "none",
    options: [
      { value: "none", label: "None" },
      { value: "worker", label: "Worker" },
    ],
  },
  join: {
    type: "string",
    label: "Join command",
    default: "",
    when: { key: "role", is: ["worker"] },
    required: ({ role }) => role === "worker",
  },
  tags: { type: "list", label: "Tags", default: [] },
};
const extension = { params } as Extension;

test("a parameter is in sight while its condition holds", () => {
  const keys = (given: Record<string, string>) =>
    visibleParams(extension, given).map(([key]) => key);
  expect(keys({})).toEqual(["role", "tags"]);
  expect(keys({ role: "worker" })).toEqual(["role", "join", "tags"]);
});

test("what is needed depends on the other parameters", () => {
  expect(isRequired(params.join!, extension, {})).toBe(false);
  expect(isRequired(params.join!, extension, { role: "worker" })).toBe(true);
});

test.each([
  ["a value", "role", "worker", { role: "worker" }],
  ["a default", "role", "none", {}],
  ["an emptied list", "tags", [], {}],
  ["a list", "tags", ["a"], { tags: ["a"] }],
])("only what differs from the default is kept: %s", (_, key, value, kept) => {
  expect(withParam(extension, {}, key, value)).toEqual(kept);
  expect(withParam(extension, { [key]: "before" }, key, value)).toEqual(kept);
});
