import { beforeEach, expect, test, vi } from "vitest";
import { useView } from "./view-store";
import { withPart } from "./with-part";

beforeEach(() => useView.setState({ notice: null }));
const notice = () => useView.getState().notice;

test("a part that comes is used, and nothing is said of it", async () => {
  const use = vi.fn();
  await withPart(() => Promise.resolve("part"), use);
  expect(use.mock.calls).toEqual([["part"]]);
  expect(notice()).toBeNull();
});

test("a part that does not come is told for as long as it takes, and tried again when somebody says so", async () => {
  const use = vi.fn();
  const load = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new Error("404"))
    .mockRejectedValueOnce(new Error("404"))
    .mockResolvedValue("part");
  await withPart(load, use, "What draws");
  const first = notice();
  expect(first).toMatchObject({
    text: expect.stringContaining("What draws did not load.") as string,
    stays: true,
    action: { label: "Retry" },
  });
  first!.action!.run();
  // Said anew, so that it is seen anew.
  await vi.waitUntil(() => notice() !== first, { timeout: 10_000 });
  expect(use).not.toHaveBeenCalled();
  notice()!.action!.run();
  await vi.waitUntil(() => use.mock.calls.length > 0, { timeout: 10_000 });
  expect(use.mock.calls).toEqual([["part"]]);
});
