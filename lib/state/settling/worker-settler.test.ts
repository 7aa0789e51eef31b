import { expect, test, vi } from "vitest";
import type { Outcome } from "@/lib/pipeline";
import { emptyPreset } from "@/lib/preset";
import { settling, type Settled, type Unsettled } from "./settler";
import { WorkerEnd, type Answer, type Question } from "./wire";
import { workerSettler, type Helper } from "./worker-settler";

const catalogue = { date: "2026-07-16", bakery: "", releases: {} };

const named = (name: string): Unsettled => ({
  preset: { ...emptyPreset(), name },
  broken: null,
  pending: null,
  catalogue,
});

/** Stands for the stages: the text of a node is its name. */
const settle = () =>
  settling({
    run: ({ name }) => ({ butane: name, userData: null }) as Outcome,
    readText: () => ({ ok: false, problems: [] }),
    settlePreset: (_, after) => after,
  });

/** A worker that answers when it is told to. */
function helper() {
  const end = new WorkerEnd(settle());
  const asked: Question[] = [];
  const worker: Helper = {
    onmessage: null,
    onerror: null,
    postMessage: (question) => asked.push(structuredClone(question)),
    terminate: vi.fn(),
  };
  const answer = () => {
    const data = structuredClone(end.answer(asked.shift()!));
    worker.onmessage?.({ data } as MessageEvent<Answer>);
  };
  const fail = () => worker.onerror?.({} as ErrorEvent);
  return { worker, asked, answer, fail };
}

function composer(start?: () => Helper) {
  const one = helper();
  const inPage = settle();
  const page = vi.fn((unsettled: Unsettled) =>
    Promise.resolve(inPage(unsettled)),
  );
  const settler = workerSettler(page, start ?? (() => one.worker));
  return { ...one, page, settler };
}

const textOf = (settled: Settled | null) => settled?.outcome?.butane ?? null;

test("one is under way, the newest is next, and what came between is let go", async () => {
  const { settler, asked, answer, page } = composer();
  const all = ["a", "b", "c", "d"].map((name) => settler(named(name)));
  expect(asked).toHaveLength(1);
  answer();
  expect(asked).toHaveLength(1);
  answer();
  const texts = (await Promise.all(all)).map(textOf);
  expect(texts).toEqual(["a", null, null, "d"]);
  expect(page).not.toHaveBeenCalled();
});

test("where no worker can be started, the page does it", async () => {
  const { settler } = composer(() => {
    throw new Error("no workers here");
  });
  expect(textOf(await settler(named("a")))).toBe("a");
  expect(textOf(await settler(named("b")))).toBe("b");
});

test("a worker that fails leaves what was under way to the page, and all that follows", async () => {
  const { settler, answer, fail, page, worker } = composer();
  const first = settler(named("a"));
  answer();
  const second = settler(named("b"));
  fail();
  expect(textOf(await first)).toBe("a");
  expect(textOf(await second)).toBe("b");
  expect(worker.terminate).toHaveBeenCalled();
  expect(textOf(await settler(named("c")))).toBe("c");
  expect(page).toHaveBeenCalledTimes(2);
});

test("when it fails, the newest input is the one that is done again", async () => {
  const { settler, fail, page } = composer();
  const all = ["a", "b", "c"].map((name) => settler(named(name)));
  fail();
  expect((await Promise.all(all)).map(textOf)).toEqual([null, null, "c"]);
  expect(page).toHaveBeenCalledTimes(1);
});

test("stages that do not load in the page either are told", async () => {
  const { worker, fail } = helper();
  const settler = workerSettler(
    () => Promise.reject(new Error("offline")),
    () => worker,
  );
  const settled = settler(named("a"));
  fail();
  await expect(settled).rejects.toThrow("offline");
});
