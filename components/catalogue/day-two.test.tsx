// @vitest-environment happy-dom
import { act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Catalogue } from "@/lib/butane";
import { presetOf } from "@/lib/checks/testing";
import type { ComposerStore } from "@/lib/state/composer-store";
import { ComposerProvider, useComposerStore } from "@/lib/state/provider";
import { useView } from "@/lib/state/view-store";
import { DayTwoDialog } from "./day-two-dialog";
import { MinorUpgradeDialog } from "./minor-upgrade-dialog";

let root: Root;
let place: HTMLElement;
let store: ComposerStore;
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

beforeEach(() => {
  (
    globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }
  ).IS_REACT_ACT_ENVIRONMENT = true;
  place = document.createElement("div");
  document.body.append(place);
  root = createRoot(place);
  // The page asks for a fresher catalogue.
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")));
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
  vi.unstubAllGlobals();
  useView.setState({ asked: 0 });
  close.mockClear();
});

function Keep({ children }: { children: ReactNode }) {
  // Only for the test to look at what the dialog changed.
  // eslint-disable-next-line react-hooks/globals
  store = useComposerStore();
  return children;
}

async function draw(dialog: ReactNode, ...chosen: object[]) {
  await act(async () =>
    root.render(
      <ComposerProvider catalogue={catalogue}>
        <Keep>{null}</Keep>
      </ComposerProvider>,
    ),
  );
  await act(async () =>
    store.getState().adopt(presetOf({ extensions: { chosen } })),
  );
  await act(async () =>
    root.render(
      <ComposerProvider catalogue={catalogue}>
        <Keep>{dialog}</Keep>
      </ComposerProvider>,
    ),
  );
}

const kubernetes = { id: "kubernetes", version: "v1.32.2", updates: "patch" };
const headings = () =>
  [...place.querySelectorAll("h3")].map(({ textContent }) => textContent);

async function click(name: string) {
  const found = [...place.querySelectorAll("button")].find(
    ({ textContent }) => textContent?.trim() === name,
  );
  if (!found) throw new Error(`no button ${name}`);
  await act(async () => found.click());
}

async function goTo(version: string) {
  const list = place.querySelector("select")!;
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
  expect(place.querySelector("h2")?.textContent).toBe("tool on a running node");
  expect(headings()).toEqual([
    "See what is there",
    "Update it now",
    "Hold it where it is",
    "Let it go on",
    "Go back to an older version",
    "Retract a bad version",
  ]);
  expect(place.textContent).toContain("ln -sfn");
});

test("the way to the next minor version, and further in steps", async () => {
  await draw(<MinorUpgradeDialog onClose={close} />, kubernetes);
  expect(headings()).toContain("First control plane: on the node");
  expect(place.textContent).toContain("v1.32 → v1.33");
  expect(place.textContent).not.toContain("step 2");
  await goTo("v1.34");
  expect(place.textContent).toContain("v1.33 → v1.34, step 2");
});

test("new nodes begin with the version at the end, CRI-O along with it", async () => {
  const crio = { id: "crio", version: "v1.32.1", updates: "patch" };
  await draw(<MinorUpgradeDialog onClose={close} />, kubernetes, crio);
  await goTo("v1.34");
  await click("Take v1.34.9 for new nodes");
  expect(
    store.getState().preset.extensions.chosen.map(({ version }) => version),
  ).toEqual(["v1.34.9", "v1.34.3"]);
  expect(close).toHaveBeenCalledOnce();
});

test("a minor version without an image is in the way", async () => {
  const old = { ...kubernetes, version: "v1.28.5" };
  await draw(<MinorUpgradeDialog onClose={close} />, old);
  expect(place.textContent).toContain("Kubernetes (kubeadm) v1.29 is known");
  expect(place.textContent).not.toContain("for new nodes");
});

test("nothing newer is known", async () => {
  const newest = { ...kubernetes, version: "v1.34.9" };
  await draw(<MinorUpgradeDialog onClose={close} />, newest);
  expect(place.textContent).toContain("No newer minor version than v1.34");
});
