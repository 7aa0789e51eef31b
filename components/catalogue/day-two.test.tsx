// @vitest-environment happy-dom
import { act, type ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { formPage } from "@/components/sections/testing/form-page";
import type { Catalogue } from "@/lib/butane";
import { useView } from "@/lib/state/view-store";
import { DayTwoDialog } from "./day-two-dialog";
import { MinorUpgradeDialog } from "./minor-upgrade-dialog";

const close = vi.fn();

const catalogue: Catalogue = {
  date: "2026-07-16",
  bakery: "https://extensions.flatcar.org/extensions/",
  releases: {
    kubernetes: ["v1.34.9", "v1.33.10", "v1.32.2", "v1.28.5"].map(
      (version) => ({ version }),
    ),
    crio: [{ version: "v1.34.3" }, { version: "v1.32.1" }],
  },
};

const page = formPage(catalogue);
const { click } = page;

afterEach(() => {
  act(() => useView.setState({ asked: 0 }));
  close.mockClear();
});

/** A dialog opens on a node that is there. */
async function draw(dialog: ReactNode, ...chosen: object[]) {
  const stored = { extensions: { chosen } };
  await page.draw(null, stored);
  await page.draw(dialog, stored);
}

const kubernetes = { id: "kubernetes", version: "v1.32.2", updates: "patch" };
const headings = () =>
  [...page.place.querySelectorAll("h3")].map(({ textContent }) => textContent);

async function goTo(version: string) {
  const list = page.place.querySelector("select")!;
  await act(async () => {
    list.value = version;
    list.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

test("what is done with the extension that was asked for, own images too", async () => {
  useView.setState({ asked: 1 });
  await draw(<DayTwoDialog onClose={close} />, kubernetes, {
    id: "tool",
    updates: "any",
    own: { url: "https://h/tool-1.0.raw", updatesFrom: "https://h/" },
  });
  expect(page.place.querySelector("h2")?.textContent).toBe(
    "tool on a running node",
  );
  expect(headings()).toEqual([
    "See what is there",
    "Update it now",
    "Hold it where it is",
    "Let it go on",
    "Go back to an older version",
    "Retract a bad version",
  ]);
  expect(page.place.textContent).toContain("ln -sfn");
});

test("the way to the next minor version, and further in steps", async () => {
  await draw(<MinorUpgradeDialog onClose={close} />, kubernetes);
  expect(headings()).toContain("First control plane: on the node");
  expect(page.place.textContent).toContain("v1.32 → v1.33");
  expect(page.place.textContent).not.toContain("step 2");
  await goTo("v1.34");
  expect(page.place.textContent).toContain("v1.33 → v1.34, step 2");
});

test("new nodes begin with the version at the end, CRI-O along with it", async () => {
  const crio = { id: "crio", version: "v1.32.1", updates: "patch" };
  await draw(<MinorUpgradeDialog onClose={close} />, kubernetes, crio);
  await goTo("v1.34");
  await click("Take v1.34.9 for new nodes");
  expect(
    page.state().preset.extensions.chosen.map(({ version }) => version),
  ).toEqual(["v1.34.9", "v1.34.3"]);
  expect(close).toHaveBeenCalledOnce();
});

test("a minor version without an image is in the way", async () => {
  const old = { ...kubernetes, version: "v1.28.5" };
  await draw(<MinorUpgradeDialog onClose={close} />, old);
  expect(page.place.textContent).toContain(
    "Kubernetes (kubeadm) v1.29 is known",
  );
  expect(page.place.textContent).not.toContain("for new nodes");
});

test("nothing newer is known", async () => {
  const newest = { ...kubernetes, version: "v1.34.9" };
  await draw(<MinorUpgradeDialog onClose={close} />, newest);
  expect(page.place.textContent).toContain("No newer minor version than v1.34");
});
