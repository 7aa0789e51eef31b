// @vitest-environment happy-dom
import { act } from "react";
import { expect, test, vi } from "vitest";
import { formPage } from "@/components/sections/testing/form-page";
import { late } from "@/components/ui/late";
import { emptyPreset } from "@/lib/preset";
import { snapshots } from "@/lib/state/snapshots/browser-snapshots";
import { HistoryDialog } from "./history-dialog";

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
  const { keep, putBack } = snapshots.getState();
  await keep({ ...emptyPreset(), name: "one" }, "before");
  await keep({ ...emptyPreset(), name: "two" }, "after");
  const after = snapshots
    .getState()
    .list!.find(({ name }) => name === "after")!;
  // As it is kept where what compares did not come, and surely later than the other.
  await putBack({ ...after, at: after.at + 1, summary: "", uncompared: true });
  const load = vi
    .fn<() => Promise<object>>()
    .mockRejectedValueOnce(new Error("404"))
    .mockResolvedValue({});
  await page.draw(<HistoryDialog onClose={() => {}} comparison={late(load)} />);
  await until(() => page.place.querySelector("[role=alert]") !== null);
  expect(text()).toContain(
    "What tells the changes of a snapshot did not load.",
  );
  expect(text()).toContain("what changed is not known yet");
  // Tests of other forms may have had nodes kept by themselves.
  for (const name of ["before", "after"])
    expect(
      page.place.querySelectorAll(`li[aria-label="${name}"]`),
    ).toHaveLength(1);

  await page.click("Retry");
  await until(() => text()!.includes("Name one → two"));
  expect(text()).not.toContain("not known yet");
  expect(text()).not.toContain("did not load");
});
