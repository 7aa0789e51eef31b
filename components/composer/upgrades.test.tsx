// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { formPage } from "@/components/sections/testing/form-page";
import { useUpgrades } from "@/lib/state/upgrades";
import { Upgrades } from "./upgrades";

const page = formPage();
const text = () => page.place.textContent;
afterEach(() =>
  act(() => useUpgrades.setState(useUpgrades.getInitialState(), true)),
);

test("what could be written the current way is offered; where nobody could look for it, that is said", async () => {
  const retry = vi.fn();
  useUpgrades.setState(useUpgrades.getInitialState(), true);
  await page.draw(<Upgrades />);
  expect(text()).toBe("");
  act(() => useUpgrades.setState({ again: { retry, trying: false } }));
  expect(page.place.querySelector("[role=alert]")!.textContent).toContain(
    "The search for what could be written the current way did not load.",
  );
  await page.click("Retry");
  expect(retry).toHaveBeenCalledTimes(1);
  act(() => useUpgrades.setState({ again: { retry, trying: true } }));
  expect(text()).toContain("Trying…");
  act(() =>
    useUpgrades.setState({
      again: null,
      upgrades: [{ id: "a", title: "A", why: "B", preset: () => null! }],
    }),
  );
  expect(text()).toContain("1 thing could be written the current way");
});
