import { expect, test, vi } from "vitest";
import * as pipeline from "@/lib/pipeline";
import { emptyPreset } from "@/lib/preset";
import { createComposerStore } from "./composer-store";
import { showOrigin } from "./origins";
import { useView } from "./view-store";
import { whenSettled } from "./when-settled";

async function openNode() {
  const store = createComposerStore({
    catalogue: { date: "2026-07-16", bakery: "", releases: {} },
    load: () => Promise.resolve(pipeline),
  });
  const identity = { hostname: "node-1", timezone: "" };
  store.getState().replace({ ...emptyPreset(), identity }, "draft");
  await whenSettled(store);
  useView.setState({ notice: null, reveal: null });
  return store;
}

test("a field leads to the first line that it wrote", async () => {
  const store = await openNode();
  await showOrigin(store, ["identity", "hostname"]);
  const { line } = useView.getState().reveal!;
  const lines = store.getState().outcome!.butane.split("\n");
  expect(lines[line - 1]).toContain("/etc/hostname");
  await showOrigin(store, ["users"]);
  expect(useView.getState().notice?.text).toBe("It has written no line yet.");
});

test("where what finds lines does not come, that is told, and a retry leads there", async () => {
  const store = await openNode();
  const load = vi
    .fn(() => import("@/lib/butane"))
    .mockRejectedValueOnce(new Error("404"));
  await showOrigin(store, ["identity", "hostname"], load);
  const { notice, reveal } = useView.getState();
  expect(reveal).toBeNull();
  expect(notice?.text).toContain("What finds the lines of a field did not");
  notice!.action!.run();
  await vi.waitUntil(() => useView.getState().reveal, { timeout: 10_000 });
  expect(load).toHaveBeenCalledTimes(2);
});
