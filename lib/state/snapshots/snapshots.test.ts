import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { emptyPreset, type Preset } from "@/lib/preset";
import { createComposerStore } from "../composer-store";
import { followSnapshots } from "./follow-snapshots";
import { limits, sizeOf, surplus } from "./limits";
import { memoryShelf, type Shelf } from "./shelf";
import {
  isSnapshot,
  presetOf,
  takeSnapshot,
  withSecretsOf,
  type Snapshot,
} from "./snapshot";
import { createSnapshots } from "./snapshots";
import { inOneLine, summaryOf } from "./summary";

const named = (name: string): Preset => ({ ...emptyPreset(), name });
const day = 24 * 60 * 60 * 1000;

type Summarize = Parameters<typeof createSnapshots>[0]["summarize"];

function openShelf(
  shelf: Shelf = memoryShelf(),
  now = { at: 100 * day },
  summarize: Summarize = (before, after) =>
    Promise.resolve(`${before.name} → ${after.name}`),
) {
  const tell = vi.fn();
  const announce = vi.fn();
  const snapshots = createSnapshots({
    shelf,
    now: () => now.at++,
    tell,
    announce,
    summarize,
  });
  const names = () =>
    (snapshots.getState().list ?? []).map(
      ({ json }) => (JSON.parse(json) as { name?: string }).name,
    );
  return {
    ...snapshots.getState(),
    state: snapshots.getState,
    names,
    tell,
    announce,
    now,
  };
}

describe("snapshots", () => {
  test("a node is kept with its name, its time and what changed", async () => {
    const { keep, state } = openShelf();
    await keep(named("one"), "before the upgrade");
    await keep(named("two"), "after it");
    expect(state().list).toMatchObject([
      { name: "after it", kind: "named", summary: "one → two" },
      { name: "before the upgrade", summary: "" },
    ]);
    expect(presetOf(state().list![1]!)).toEqual(named("one"));
  });

  test("the same node is kept by itself once, and an empty one never", async () => {
    const { keepAutomatically, names } = openShelf();
    await keepAutomatically(emptyPreset());
    await keepAutomatically(named("one"));
    await keepAutomatically(named("one"));
    await keepAutomatically(named("two"));
    expect(names()).toEqual(["two", "one"]);
  });

  test("a name makes an automatic one stay", async () => {
    const { keepAutomatically, rename, state } = openShelf();
    await keepAutomatically(named("one"));
    await rename(state().list![0]!.id, "good");
    expect(state().list).toMatchObject([{ kind: "named", name: "good" }]);
  });

  test("what was deleted can be put back at its place", async () => {
    const { keep, remove, putBack, state, names } = openShelf();
    await keep(named("one"), "1");
    await keep(named("two"), "2");
    const first = state().list![1]!;
    await remove(first.id);
    expect(names()).toEqual(["two"]);
    await putBack(first);
    expect(names()).toEqual(["two", "one"]);
  });

  test("two tabs share what they keep, and neither destroys the other's", async () => {
    const shelf = memoryShelf();
    const now = { at: 100 * day };
    const [one, other] = [openShelf(shelf, now), openShelf(shelf, now)];
    await one.load();
    await other.load();
    await Promise.all([
      one.keep(named("a"), "a"),
      other.keep(named("b"), "b"),
      one.keep(named("c"), "c"),
    ]);
    await other.remove(
      (await shelf.all()).filter(isSnapshot).find(({ name }) => name === "a")!
        .id,
    );
    await one.load();
    await other.load();
    expect(one.names().sort()).toEqual(["b", "c"]);
    expect(other.names().sort()).toEqual(["b", "c"]);
    expect(one.announce).toHaveBeenCalledTimes(2);
  });

  test("secrets are left out, and their places are known", async () => {
    const { keep, state } = openShelf();
    const preset: Preset = {
      ...emptyPreset(),
      users: {
        users: [
          { name: "core", keys: [], groups: [], passwordHash: "$y$SECRET" },
        ],
      },
    };
    await keep(preset, "with a password");
    expect(JSON.stringify(state().list)).not.toContain("SECRET");
    expect(state().list![0]!.leftOut).toEqual([
      ["users", "users", 0, "passwordHash"],
    ]);
  });

  test("secrets that the open node still has come back to the same user", () => {
    const user = (name: string, passwordHash: string) => ({
      name,
      passwordHash,
      keys: [],
      groups: [],
    });
    const kept = {
      ...emptyPreset(),
      users: { users: [user("alice", ""), user("bob", "")] },
    };
    const open = { ...emptyPreset(), users: { users: [user("bob", "hash")] } };
    const places = [0, 1].map((at) => ["users", "users", at, "passwordHash"]);
    const { preset, leftOut } = withSecretsOf(kept, places, open);
    expect(preset.users.users.map(({ passwordHash }) => passwordHash)).toEqual([
      "",
      "hash",
    ]);
    expect(leftOut).toEqual([places[0]]);
  });

  test("what something else wrote into the storage is left alone", async () => {
    const shelf = memoryShelf();
    await shelf.put({ id: "x" } as Snapshot);
    const { keep, names } = openShelf(shelf);
    await keep(named("one"), "1");
    expect(names()).toEqual(["one"]);
    expect(await shelf.all()).toHaveLength(2);
    expect(presetOf({ json: "{" })).toBeNull();
    expect(presetOf({ json: '{"kindling":9}' })).toBeNull();
  });
});

describe("a browser that keeps nothing", () => {
  const broken: Shelf = {
    all: () => Promise.reject(new Error("off")),
    put: () => Promise.reject(new Error("off")),
    delete: () => Promise.reject(new Error("off")),
  };

  test("is told once, and loses nothing while the tab is open", async () => {
    const { keep, keepAutomatically, names, tell, state } = openShelf(broken);
    await keep(named("one"), "1");
    await keepAutomatically(named("two"));
    await keep(named("three"), "3");
    expect(names()).toEqual(["three", "two", "one"]);
    expect(tell).toHaveBeenCalledTimes(1);
    expect(state().fleeting).toBe(true);
  });

  test("that is full gives the room of the oldest automatic ones", async () => {
    const shelf = memoryShelf();
    let room = 15;
    const full: Shelf = {
      ...shelf,
      put: (one) =>
        room-- > 0 ? shelf.put(one) : Promise.reject(new Error("quota")),
      delete: (id) => {
        room++;
        return shelf.delete(id);
      },
    };
    const { keep, keepAutomatically, names, tell } = openShelf(full);
    for (let at = 0; at < 15; at++) await keepAutomatically(named(`${at}`));
    await keep(named("mine"), "mine");
    expect(tell).not.toHaveBeenCalled();
    expect(names()).toEqual(["mine", "14", "13", "12", "11", "10"]);
  });

  test("that becomes full of named ones keeps them, and the next in this tab", async () => {
    const shelf = memoryShelf();
    let room = 2;
    const full: Shelf = {
      ...shelf,
      put: (one) =>
        room-- > 0 ? shelf.put(one) : Promise.reject(new Error("quota")),
    };
    const { keep, names, tell } = openShelf(full);
    for (const name of ["a", "b", "c", "d"]) await keep(named(name), name);
    expect(names()).toEqual(["d", "c", "b", "a"]);
    expect(await shelf.all()).toHaveLength(2);
    expect(tell).toHaveBeenCalledTimes(1);
  });
});

describe("law: limits", () => {
  const kept = fc.record({
    at: fc.integer({ min: 60 * day, max: 100 * day }),
    kind: fc.constantFrom("named" as const, "automatic" as const),
    size: fc.constantFrom(10, 1000, 400_000),
  });

  test("only automatic ones go, the oldest first, until everything fits", () => {
    fc.assert(
      fc.property(fc.array(kept, { maxLength: 90 }), (all) => {
        const list = all.map(({ at, kind, size }) => ({
          ...takeSnapshot(named("x"), { at, kind, name: "", summary: "" }),
          json: "x".repeat(size),
        }));
        const now = 100 * day;
        const gone = new Set(surplus(list, now));
        for (const { kind } of gone) expect(kind).toBe("automatic");
        const left = list.filter((one) => !gone.has(one));
        const automatic = left.filter(({ kind }) => kind === "automatic");
        expect(automatic.length).toBeLessThanOrEqual(limits.automatic);
        for (const one of automatic) {
          expect(one.at).toBeGreaterThanOrEqual(now - limits.days * day);
          for (const other of gone)
            expect(other.at).toBeLessThanOrEqual(one.at);
        }
        const size = left.reduce((sum, one) => sum + sizeOf(one), 0);
        if (automatic.length > 0) expect(size).toBeLessThanOrEqual(limits.size);
        expect(surplus(left, now)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe("kept by itself", () => {
  const setUp = () => {
    vi.useFakeTimers();
    const listeners = new Map<string, () => void>();
    vi.stubGlobal("document", {
      visibilityState: "visible",
      addEventListener: (name: string, run: () => void) =>
        listeners.set(name, run),
      removeEventListener: (name: string) => listeners.delete(name),
    });
    const kept: string[] = [];
    const store = createComposerStore({
      catalogue: { releases: {} } as never,
      load: () => new Promise(() => {}),
    });
    const follow = () =>
      followSnapshots(store, {
        keepAutomatically: (preset) => {
          kept.push(preset.name);
          return Promise.resolve();
        },
      });
    const hide = () => {
      (document as { visibilityState: string }).visibilityState = "hidden";
      listeners.get("visibilitychange")?.();
    };
    return { kept, follow, hide, ...store.getState() };
  };

  test("what an example replaces after a look at the first screen", () => {
    const { kept, follow, replace, leave } = setUp();
    try {
      replace(named("mine"), "draft");
      follow();
      leave();
      replace(
        {
          ...named("example"),
          identity: { hostname: "a", timezone: "" },
          target: { ...emptyPreset().target, platform: "hetzner" },
        },
        "example",
      );
      expect(kept).toEqual(["mine"]);
    } finally {
      vi.useRealTimers();
      vi.unstubAllGlobals();
    }
  });

  test("what was opened, what is worked on, and what another node replaces", () => {
    const { kept, follow, replace, setName, hide } = setUp();
    try {
      replace(named("opened"), "draft");
      const stop = follow();
      vi.advanceTimersByTime(5_000);
      expect(kept).toEqual(["opened"]);
      setName("o");
      setName("other");
      vi.advanceTimersByTime(60_000);
      expect(kept).toEqual(["opened"]);
      vi.advanceTimersByTime(240_000);
      expect(kept).toEqual(["opened", "other"]);

      setName("soon gone");
      replace(
        {
          ...named("example"),
          identity: { hostname: "a", timezone: "" },
          target: { ...emptyPreset().target, platform: "hetzner" },
        },
        "example",
      );
      expect(kept.at(-1)).toBe("soon gone");
      hide();
      expect(kept.at(-1)).toBe("example");
      stop();
      setName("unseen");
      vi.advanceTimersByTime(3_600_000);
      expect(kept).not.toContain("unseen");
    } finally {
      vi.useRealTimers();
      vi.unstubAllGlobals();
    }
  });
});

describe("where what compares does not come", () => {
  const openAway = () => {
    const away = { is: true };
    const tab = openShelf(memoryShelf(), { at: 100 * day }, (before, after) =>
      Promise.resolve(away.is ? null : `${before.name} → ${after.name}`),
    );
    const summaries = () =>
      (tab.state().list ?? []).map(({ summary, uncompared }) =>
        uncompared ? "unknown" : summary,
      );
    return { ...tab, away, summaries };
  };

  test("snapshots are kept all the same, and compared once it is there", async () => {
    const { keep, compareAgain, away, summaries, names } = openAway();
    for (const name of ["a", "b", "c"]) await keep(named(name), name);
    expect(names()).toEqual(["c", "b", "a"]);
    expect(summaries()).toEqual(["unknown", "unknown", ""]);
    await compareAgain();
    expect(summaries()).toEqual(["unknown", "unknown", ""]);
    away.is = false;
    await keep(named("d"), "d");
    expect(summaries()).toEqual(["c → d", "unknown", "unknown", ""]);
    await compareAgain();
    expect(summaries()).toEqual(["c → d", "b → c", "a → b", ""]);
  });

  test("one whose predecessor was deleted is compared with the one before that", async () => {
    const { keep, remove, compareAgain, away, summaries, state } = openAway();
    for (const name of ["a", "b", "c"]) await keep(named(name), name);
    await remove(state().list![1]!.id);
    away.is = false;
    await compareAgain();
    expect(summaries()).toEqual(["a → c", ""]);
    await remove(state().list![1]!.id);
    await compareAgain();
    expect(summaries()).toEqual(["a → c"]);
  });

  test("it is told apart from nodes that are the same", async () => {
    const [one, two] = [named("one"), named("two")];
    expect(await summaryOf(one, two, () => Promise.reject(new Error()))).toBe(
      null,
    );
    expect(await summaryOf(one, one)).toBe("");
  });
});

test("what changed is said in a line", async () => {
  expect(inOneLine([])).toBe("");
  expect(inOneLine(["a", "b", "c", "d"])).toBe("a; b; 2 more");
  expect(await summaryOf(named("one"), named("two"))).toBe("Name one → two");
});
