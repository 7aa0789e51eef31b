import { expect, test, vi } from "vitest";
import type { Catalogue } from "@/lib/butane";
import type { Outcome } from "@/lib/pipeline";
import { emptyPreset, type Preset } from "@/lib/preset";
import { addExtension } from "./add-extension";
import { createComposerStore } from "./composer-store";

const hash = (letter: string) => `sha256-${letter.repeat(64)}`;
const catalogue: Catalogue = {
  date: "2026-07-16",
  bakery: "https://extensions.flatcar.org/extensions/",
  releases: {
    kubernetes: [
      { version: "v1.32.2", hashes: { "x86-64": hash("a"), arm64: hash("b") } },
    ],
  },
};

/** Stands for the stages: the text is the hostname. */
const outcomeOf = (preset: Preset) =>
  ({ butane: preset.identity.hostname, problems: [] }) as unknown as Outcome;

function composer(run = vi.fn(outcomeOf)) {
  let time = 0;
  const store = createComposerStore({
    catalogue,
    load: () => Promise.resolve(run),
    now: () => (time += 5000),
  });
  return { store, run };
}
const hostname = (name: string) => ({ hostname: name, timezone: "" });
const soon = () => new Promise((done) => setTimeout(done, 20));

test("an edit is in the preset at once and in the outcome soon", async () => {
  const { store } = composer();
  store.getState().edit("identity", hostname("node-1"));
  expect(store.getState().preset.identity.hostname).toBe("node-1");
  expect(store.getState().settled).toBe(false);
  await soon();
  expect(store.getState().outcome?.butane).toBe("node-1");
  expect(store.getState().settled).toBe(true);
});

test("edits that come together run the stages once, on the last", async () => {
  const { store, run } = composer();
  for (const name of ["a", "ab", "abc"])
    store.getState().edit("identity", hostname(name));
  await soon();
  expect(run).toHaveBeenCalledTimes(1);
  expect(store.getState().outcome?.butane).toBe("abc");
});

test("the last outcome stays while a bug of ours keeps the next one from being made", async () => {
  const complaint = vi.spyOn(console, "error").mockImplementation(() => {});
  const { store, run } = composer();
  store.getState().edit("identity", hostname("good"));
  await soon();
  run.mockImplementationOnce(() => {
    throw new Error("stage broke");
  });
  store.getState().edit("identity", hostname("bad"));
  await soon();
  expect(store.getState().fault).toEqual({
    kind: "bug",
    message: "stage broke",
  });
  expect(store.getState().outcome?.butane).toBe("good");
  store.getState().edit("identity", hostname("better"));
  await soon();
  expect(store.getState().fault).toBeNull();
  expect(complaint).toHaveBeenCalledTimes(1);
  complaint.mockRestore();
});

test("undo and redo carry form and result", async () => {
  const { store } = composer();
  store.getState().edit("identity", hostname("one"));
  store.getState().setName("named");
  store.getState().undo();
  store.getState().undo();
  expect(store.getState().preset).toEqual(emptyPreset());
  store.getState().redo();
  await soon();
  expect(store.getState().outcome?.butane).toBe("one");
});

test("a fix sets its values in one step", () => {
  const { store } = composer();
  store.getState().applyFix({
    label: "Mend",
    edits: [
      { path: ["identity", "hostname"], value: "a" },
      { path: ["updates", "coordinator"], value: "kured" },
    ],
  });
  expect(store.getState().preset.identity.hostname).toBe("a");
  expect(store.getState().preset.updates.coordinator).toBe("kured");
  store.getState().undo();
  expect(store.getState().preset).toEqual(emptyPreset());
});

test("another architecture brings its own hashes", () => {
  const { store } = composer();
  const { edit } = store.getState();
  edit(
    "extensions",
    addExtension("kubernetes", store.getState().preset, catalogue),
  );
  expect(store.getState().preset.extensions.chosen[0]?.hash).toBe(hash("a"));
  edit("target", { ...store.getState().preset.target, architecture: "arm64" });
  expect(store.getState().preset.extensions.chosen[0]?.hash).toBe(hash("b"));
});

test("a draft begins a history; whatever replaces an open node can be undone", () => {
  const { store } = composer();
  const other = { ...emptyPreset(), name: "other" };
  store.getState().replace({ ...emptyPreset(), name: "draft" }, "draft");
  expect(store.getState().history.past).toEqual([]);
  store.getState().replace(other, "link");
  store.getState().undo();
  expect(store.getState().preset.name).toBe("draft");
});

test("what is chosen on the first screen can be undone where there was a node", () => {
  const { store } = composer();
  store.getState().replace({ ...emptyPreset(), name: "draft" }, "draft");
  store.getState().leave();
  store.getState().replace(emptyPreset(), "empty");
  store.getState().undo();
  expect(store.getState().preset.name).toBe("draft");
});

test("stages that did not load are tried again with the next change", async () => {
  const load = vi.fn(() => Promise.resolve(outcomeOf));
  load.mockRejectedValueOnce(new Error("offline"));
  const store = createComposerStore({ catalogue, load });
  store.getState().edit("identity", hostname("a"));
  await soon();
  expect(store.getState().fault).toEqual({ kind: "load", message: "offline" });
  store.getState().edit("identity", hostname("b"));
  await soon();
  expect(store.getState().fault).toBeNull();
  expect(store.getState().outcome?.butane).toBe("b");
});
