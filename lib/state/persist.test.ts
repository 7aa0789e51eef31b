// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { emptyPreset, type Preset } from "@/lib/preset";
import { draftKey, tabKey } from "./keys";
import { keepDraft, keptDrafts } from "./persist";

const secret = "$y$j9T$secret";
const node: Preset = {
  ...emptyPreset(),
  name: "node",
  users: {
    users: [{ name: "core", keys: [], passwordHash: secret, groups: [] }],
  },
};

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => void vi.unstubAllGlobals());

test("a draft comes back with its secrets in the same tab", () => {
  expect(keepDraft({ preset: node, text: null })).toBe(true);
  expect(keptDrafts()[0]).toEqual({ preset: node, text: null });
});

test("other tabs and later visits get it without secrets", () => {
  keepDraft({ preset: node, text: null });
  expect(localStorage.getItem(draftKey)).not.toContain(secret);
  sessionStorage.clear();
  expect(keptDrafts()).toEqual([
    {
      preset: {
        ...node,
        users: {
          users: [{ name: "core", keys: [], passwordHash: "", groups: [] }],
        },
      },
      text: null,
    },
  ]);
});

test.each([
  ["not JSON", "{"],
  ["not a preset", "[1]"],
  ["another version", '{"kindling":99}'],
])("a damaged draft is left out: %s", (_, text) => {
  localStorage.setItem(draftKey, text);
  sessionStorage.setItem(tabKey, text);
  expect(keptDrafts()).toEqual([]);
});

test("full storage is said, not thrown", () => {
  vi.stubGlobal("localStorage", {
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  });
  expect(keepDraft({ preset: node, text: null })).toBe(false);
});

test("text that cannot be read comes back in its own tab and is kept nowhere else", () => {
  const text = `passwd: {users: [{password_hash: ${secret}`;
  keepDraft({ preset: node, text });
  expect(keptDrafts()[0]).toEqual({ preset: node, text });
  expect(localStorage.getItem(draftKey)).not.toContain("password_hash");
  sessionStorage.clear();
  expect(keptDrafts()[0]?.text).toBeNull();
});
