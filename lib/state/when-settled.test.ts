import { expect, test } from "vitest";
import type { Outcome } from "@/lib/pipeline";
import { emptyPreset } from "@/lib/preset";
import { createComposerStore } from "./composer-store";
import { whenSettled } from "./when-settled";

const named = (name: string) => ({ hostname: name, timezone: "" });

test("waits for what was typed last, and for nothing where all is done", async () => {
  const store = createComposerStore({
    catalogue: { date: "2026-07-16", bakery: "", releases: {} },
    load: () =>
      Promise.resolve({
        run: ({ identity }) =>
          ({ butane: identity.hostname, problems: [] }) as unknown as Outcome,
        readText: (_, preset) => ({ ok: true, preset }),
        settlePreset: (_, after) => after,
      }),
  });
  store.getState().replace(emptyPreset(), "draft");
  store.getState().edit("identity", named("node-1"));
  const first = whenSettled(store);
  store.getState().edit("identity", named("node-2"));
  expect((await first).outcome?.butane).toBe("node-2");
  expect((await whenSettled(store)).outcome?.butane).toBe("node-2");
});
