import { expect, test, vi } from "vitest";
import * as pipeline from "@/lib/pipeline";
import { emptyPreset } from "@/lib/preset";
import { createComposerStore } from "./composer-store";
import { followUpgrades, useUpgrades } from "./upgrades";
import { whenSettled } from "./when-settled";

// The image stands where no update can take its place.
const older = `variant: flatcar
version: 1.0.0
storage:
  files:
    - path: /etc/extensions/docker.raw
      contents:
        source: https://extensions.flatcar.org/extensions/docker-28.0.4-x86-64.raw
`;

async function openText() {
  const store = createComposerStore({
    catalogue: { date: "2026-07-16", bakery: "", releases: {} },
    load: () => Promise.resolve(pipeline),
  });
  store.getState().replace(emptyPreset(), "draft");
  await whenSettled(store);
  store.getState().setText(older, "whole");
  await whenSettled(store);
  return store;
}

const until = (done: () => boolean) => vi.waitUntil(done, { timeout: 10_000 });
const offer = useUpgrades.getState;

test("where what looks for upgrades does not come, that is told until a retry finds them", async () => {
  const store = await openText();
  const load = vi
    .fn(() => import("@/lib/pipeline"))
    .mockRejectedValueOnce(new Error("404"))
    .mockRejectedValueOnce(new Error("404"));
  const stop = followUpgrades(store, load);
  await until(() => offer().again !== null);
  offer().again!.retry();
  expect(offer().again!.trying).toBe(true);
  await until(() => offer().again?.trying === false);
  offer().again!.retry();
  await until(() => offer().again === null);
  expect(offer().upgrades.map(({ id }) => id)).toEqual(["layout:docker"]);
  stop();
});

test("a text that cannot be read has no upgrades, and nothing is missing there", async () => {
  const store = await openText();
  const stop = followUpgrades(store, () => Promise.reject(new Error("404")));
  await until(() => offer().again !== null);
  store.getState().setText("variant: [", "whole");
  await until(() => offer().again === null);
  expect(offer().upgrades).toEqual([]);
  stop();
});
