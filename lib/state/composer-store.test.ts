import { expect, test, vi } from "vitest";
import type { Catalogue } from "@/lib/butane";
import type { Outcome, Problem, TextRead } from "@/lib/pipeline";
import { emptyPreset, type Preset } from "@/lib/preset";
import { addExtension } from "./add-extension";
import { shownText } from "./composer-state";
import { createComposerStore } from "./composer-store";
import type { Stages } from "./stages";
import { whenSettled } from "./when-settled";

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

/**
 * Stands for the stages: the text of a node is its hostname, or the rest as it stands when that is whole. A text with a
 * `!` cannot be read; a whole text ends with the hostname.
 */
const outcomeOf = ({ rest, identity }: Preset) =>
  ({
    butane: rest.whole ? rest.text : identity.hostname,
    problems: [],
  }) as unknown as Outcome;

const nodeOf = (text: string, prior: Preset): Preset => ({
  ...prior,
  identity: hostname(/\S*$/.exec(text)?.[0] ?? ""),
  rest: { text, whole: true },
});

const trouble: Problem = {
  kind: "error",
  code: "broken",
  sentence: "This cannot be read.",
};

function readText(text: string, prior: Preset): TextRead {
  return text.includes("!")
    ? { ok: false, problems: [trouble] }
    : { ok: true, preset: nodeOf(text, prior) };
}

const settlePreset = (before: Preset, after: Preset): Preset => ({
  ...after,
  rest: {
    text: before.rest.text.replace(/\S*$/, after.identity.hostname),
    whole: true,
  },
});

function composer(run = vi.fn(outcomeOf)) {
  const settle = vi.fn(settlePreset);
  const clock = { time: 0, step: 5000 };
  const store = createComposerStore({
    catalogue,
    load: () => Promise.resolve({ run, readText, settlePreset: settle }),
    now: () => (clock.time += clock.step),
  });
  return { store, run, settle, clock };
}

/** A composer on a node that was opened and computed. */
async function opened(text?: string) {
  const all = composer();
  const preset = text ? nodeOf(text, emptyPreset()) : emptyPreset();
  all.store.getState().replace(preset, "draft");
  await soon();
  return all;
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
  const load = vi.fn(() =>
    Promise.resolve({ run: outcomeOf, readText, settlePreset }),
  );
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

test("stages that did not load are tried again when somebody says so, and only then", async () => {
  const load = vi
    .fn<() => Promise<Stages>>()
    .mockRejectedValue(new Error("offline"));
  const store = createComposerStore({ catalogue, load });
  const { edit, tryAgain } = store.getState();
  edit("identity", hostname("a"));
  await whenSettled(store);
  expect(store.getState().fault?.kind).toBe("load");
  load.mockResolvedValue({ run: outcomeOf, readText, settlePreset });
  tryAgain();
  const { fault, outcome } = await whenSettled(store);
  expect(fault).toBeNull();
  expect(outcome?.butane).toBe("a");
  tryAgain();
  expect(store.getState().settled).toBe(true);
});

test("what is typed into the text is shown at once, and the form follows", async () => {
  const { store } = await opened("node a");
  store.getState().setText("node ab");
  expect(shownText(store.getState())).toBe("node ab");
  expect(store.getState().preset.identity.hostname).toBe("a");
  await soon();
  expect(store.getState().preset.identity.hostname).toBe("ab");
  expect(store.getState().outcome?.butane).toBe("node ab");
  expect(store.getState().pending).toBeNull();
});

test("a change of the form is in it at once, and its own text follows", async () => {
  const { store } = await opened("node a");
  store.getState().edit("identity", hostname("b"));
  expect(store.getState().preset.identity.hostname).toBe("b");
  await soon();
  expect(shownText(store.getState())).toBe("node b");
  expect(store.getState().preset.rest.text).toBe("node b");
});

test("text that cannot be read stays, and so do the last form and result", async () => {
  const { store, run } = await opened("node a");
  const before = store.getState();
  run.mockClear();
  store.getState().setText("node a!");
  await soon();
  const now = store.getState();
  expect(now.broken).toEqual({ text: "node a!", problems: [trouble] });
  expect(shownText(now)).toBe("node a!");
  expect(now.preset).toBe(before.preset);
  expect(now.outcome).toBe(before.outcome);
  expect(run).not.toHaveBeenCalled();
});

test("while the text cannot be read the form changes nothing but the name", async () => {
  const { store } = await opened("node a");
  store.getState().setText("node a!");
  store.getState().edit("identity", hostname("b"));
  await soon();
  store.getState().edit("identity", hostname("b"));
  store.getState().setName("named");
  await soon();
  expect(store.getState().preset.identity.hostname).toBe("a");
  expect(store.getState().preset.name).toBe("named");
  expect(shownText(store.getState())).toBe("node a!");
});

test("mended text is read, and what the form had is kept", async () => {
  const { store } = await opened("node a");
  store.getState().setName("named");
  store.getState().setText("node a!");
  await soon();
  store.getState().setText("node abc");
  await soon();
  expect(store.getState().broken).toBeNull();
  expect(store.getState().preset.identity.hostname).toBe("abc");
  expect(store.getState().preset.name).toBe("named");
});

test("broken text is taken back to the last that could be read, and that can be undone", async () => {
  const { store } = await opened("node a");
  store.getState().setText("node a!");
  await soon();
  store.getState().takeBack();
  await soon();
  expect(shownText(store.getState())).toBe("node a");
  store.getState().undo();
  await soon();
  expect(store.getState().broken?.text).toBe("node a!");
});

test("undo and redo go through text and form in one order", async () => {
  const { store } = await opened("node a");
  store.getState().setText("node b");
  store.getState().edit("identity", hostname("c"));
  store.getState().setText("node c!");
  store.getState().setText("note d");
  await soon();
  const seen = [shownText(store.getState())];
  for (const go of ["undo", "undo", "undo", "undo", "redo", "redo"] as const) {
    store.getState()[go]();
    await soon();
    seen.push(shownText(store.getState()));
  }
  expect(seen).toEqual([
    "note d",
    "node c!",
    "node c",
    "node b",
    "node a",
    "node b",
    "node c",
  ]);
  expect(store.getState().preset.identity.hostname).toBe("c");
});

test("keys typed into the text in one go are one step; a paste is one of its own", async () => {
  const { store, clock } = await opened("node a");
  clock.step = 100;
  for (const text of ["node b", "node b!", "node bc"]) {
    store.getState().setText(text);
    await soon();
  }
  store.getState().setText("node bcd e", "whole");
  await soon();
  expect(store.getState().history.past).toHaveLength(2);
  store.getState().undo();
  await soon();
  expect(shownText(store.getState())).toBe("node bc");
  store.getState().undo();
  await soon();
  expect(shownText(store.getState())).toBe("node a");
});

test("a field that is emptied and filled again is written from the text it began with", async () => {
  const { store, settle } = await opened("node a");
  for (const name of ["", "b", "bc"]) {
    store.getState().edit("identity", hostname(name));
    await soon();
  }
  const before = settle.mock.lastCall?.[0];
  expect(before?.rest.text).toBe("node a");
  expect(settle.mock.lastCall?.[1].rest.text).toBe("node a");
  expect(shownText(store.getState())).toBe("node bc");

  store.getState().setText("node d");
  await soon();
  store.getState().edit("identity", hostname("e"));
  await soon();
  expect(settle.mock.lastCall?.[0].rest.text).toBe("node d");
});

test("the lines of the last step are those of all its keys", async () => {
  const { store, clock } = await opened("one\ntwo\nnode a");
  clock.step = 100;
  for (const text of ["One\ntwo\nnode a", "One\nTwo\nnode a"]) {
    store.getState().setText(text);
    await soon();
  }
  expect([...store.getState().changed]).toEqual([1, 2]);
  clock.step = 5000;
  store.getState().edit("identity", hostname("b"));
  await soon();
  expect([...store.getState().changed]).toEqual([3]);
});

test("sections that a text did not change stay the same objects", async () => {
  const { store } = await opened("node a");
  const before = store.getState().preset;
  store.getState().setText("node b");
  await soon();
  const after = store.getState().preset;
  expect(after.identity).not.toBe(before.identity);
  expect(after.users).toBe(before.users);
  expect(after.extensions).toBe(before.extensions);
});

test("a bug of ours never costs what was typed, nor the node", async () => {
  const complaint = vi.spyOn(console, "error").mockImplementation(() => {});
  const broken = () => {
    throw new Error("stage broke");
  };
  const store = createComposerStore({
    catalogue,
    load: () =>
      Promise.resolve({
        run: outcomeOf,
        readText: broken,
        settlePreset: broken,
      }),
  });
  store.getState().replace(nodeOf("node a", emptyPreset()), "draft");
  await soon();
  store.getState().edit("identity", hostname("b"));
  await soon();
  expect(store.getState().preset.identity.hostname).toBe("a");
  expect(store.getState().fault?.message).toBe("stage broke");
  store.getState().setText("node c");
  await soon();
  expect(shownText(store.getState())).toBe("node c");
  expect(store.getState().broken?.problems[0]?.code).toBe("internal");
  complaint.mockRestore();
});
