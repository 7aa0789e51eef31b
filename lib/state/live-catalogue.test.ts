import { afterEach, expect, test, vi } from "vitest";
import type { Catalogue } from "@/lib/butane";
import { emptyPreset } from "@/lib/preset";
import type { Outcome } from "@/lib/pipeline";
import { createComposerStore } from "./composer-store";
import { catalogueNews, followCatalogue } from "./live-catalogue";

const builtIn: Catalogue = {
  date: "2026-07-16",
  bakery: "https://extensions.flatcar.org/extensions/",
  releases: { btop: [{ version: "1.4.5" }] },
};
const fresher: Catalogue = {
  ...builtIn,
  date: "2026-08-01",
  releases: { btop: [{ version: "1.4.6" }, { version: "1.4.5" }] },
};

let stop = () => {};
afterEach(() => {
  stop();
  catalogueNews.setState({ checked: null, problem: null });
});

const run = vi.fn(() => ({ butane: "", problems: [] }) as unknown as Outcome);

/** A composer that asks once and hears `body`. */
async function told(body: unknown, status = 200) {
  const store = createComposerStore({
    catalogue: builtIn,
    load: () =>
      Promise.resolve({
        run,
        readText: (_text, preset) => ({ ok: true, preset }),
        settlePreset: (_before, after) => after,
      }),
  });
  store.getState().replace(emptyPreset(), "draft");
  const fetch = vi.fn(() => Promise.resolve(Response.json(body, { status })));
  stop = followCatalogue(store, { address: "/api/catalogue", fetch });
  await new Promise((done) => setTimeout(done, 20));
  expect(fetch).toHaveBeenCalledTimes(1);
  return store;
}
const answer = (
  catalogue: Catalogue | null,
  problem: string | null = null,
) => ({
  catalogue,
  checked: "2026-08-01T12:00:00.000Z",
  problem,
});

test("a fresher catalogue is offered and checked with; the node stays what it is", async () => {
  const store = await told(answer(fresher));
  expect(store.getState().catalogue).toEqual(fresher);
  expect(store.getState().preset).toEqual(emptyPreset());
  expect(store.getState().history.past).toEqual([]);
  expect(run).toHaveBeenLastCalledWith(emptyPreset(), fresher);
  expect(catalogueNews.getState().checked).toBe("2026-08-01T12:00:00.000Z");
});

test("a file beside the page, without a server, is a catalogue as well", async () => {
  expect((await told(fresher)).getState().catalogue).toEqual(fresher);
});

test("a refresh that failed is told, and the catalogue stays", async () => {
  const store = await told(answer(null, "the bakery answers with 503"));
  expect(store.getState().catalogue).toBe(builtIn);
  expect(catalogueNews.getState().problem).toBe("the bakery answers with 503");
});

test.each<[string, unknown, number]>([
  ["an older one", answer({ ...fresher, date: "2026-07-15" }), 200],
  ["a page", "<!DOCTYPE html>", 200],
  ["an error", answer(fresher), 404],
  ["a damaged one", answer({ ...fresher, bakery: "javascript:/" }), 200],
])("%s changes nothing", async (_what, body, status) => {
  expect((await told(body, status)).getState().catalogue).toBe(builtIn);
});
