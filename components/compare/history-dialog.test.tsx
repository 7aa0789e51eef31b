// @vitest-environment happy-dom
import { act } from "react";
import { expect, test, vi } from "vitest";
import { formPage } from "@/components/sections/testing/form-page";
import { emptyPreset } from "@/lib/preset";
import { snapshots } from "@/lib/state/snapshots/browser-snapshots";
import type * as summary from "@/lib/state/snapshots/summary";
import { HistoryDialog } from "./history-dialog";

const away = vi.hoisted(() => ({ is: true }));

vi.mock("@/lib/state/snapshots/summary", async (original) => {
  const real = await original<typeof summary>();
  const comparing = () =>
    away.is ? Promise.reject(new Error("404")) : real.comparing();
  return {
    ...real,
    comparing,
    summaryOf: (
      before: Parameters<typeof real.summaryOf>[0],
      after: Parameters<typeof real.summaryOf>[1],
    ) => real.summaryOf(before, after, comparing),
  };
});

const page = formPage();
const text = () => page.place.textContent;
/** Waits for what is drawn; that happens at the end of an act. */
const until = (done: () => boolean) =>
  vi.waitFor(
    async () => {
      await act(async () => {});
      expect(done()).toBe(true);
    },
    { timeout: 10_000 },
  );

test("changes that nobody could tell are said to be unknown, and told after a retry", async () => {
  const { keep } = snapshots.getState();
  await keep({ ...emptyPreset(), name: "one" }, "before");
  await keep({ ...emptyPreset(), name: "two" }, "after");
  await page.draw(<HistoryDialog onClose={() => {}} />);
  await until(() => page.place.querySelector("[role=alert]") !== null);
  expect(text()).toContain(
    "What tells the changes of a snapshot did not load.",
  );
  expect(text()).toContain("what changed is not known yet");
  expect(page.place.querySelectorAll("li")).toHaveLength(2);

  away.is = false;
  await page.click("Retry");
  await until(() => text()!.includes("Name one → two"));
  expect(text()).not.toContain("not known yet");
  expect(text()).not.toContain("did not load");
});
