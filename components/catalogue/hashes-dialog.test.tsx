// @vitest-environment happy-dom
import { act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { catalogue, presetOf } from "@/lib/checks/testing";
import type { ComposerStore } from "@/lib/state/composer-store";
import { ComposerProvider, useComposerStore } from "@/lib/state/provider";
import { HashesDialog } from "./hashes-dialog";

let root: Root;
let place: HTMLElement;
let store: ComposerStore;
const close = vi.fn();
const hex = "c".repeat(64);
const list = `${hex}  docker-28.0.4-x86-64.raw\n`;

beforeEach(() => {
  (
    globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }
  ).IS_REACT_ACT_ENVIRONMENT = true;
  place = document.createElement("div");
  document.body.append(place);
  root = createRoot(place);
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
  vi.unstubAllGlobals();
  close.mockClear();
});

function Keep({ children }: { children: ReactNode }) {
  // Only for the test to look at what the dialog changed.
  // eslint-disable-next-line react-hooks/globals
  store = useComposerStore();
  return children;
}

async function draw(answer: () => Promise<Response>) {
  vi.stubGlobal("fetch", answer);
  await act(async () =>
    root.render(
      <ComposerProvider catalogue={catalogue}>
        <Keep>
          <HashesDialog onClose={close} />
        </Keep>
      </ComposerProvider>,
    ),
  );
  const chosen = [{ id: "docker", version: "28.0.4" }];
  await act(async () =>
    store.getState().adopt(presetOf({ extensions: { chosen } })),
  );
}

const noNetwork = () => Promise.reject(new TypeError("no network"));

async function click(name: string) {
  const found = [...place.querySelectorAll("button")].find(
    ({ textContent }) => textContent?.trim() === name,
  );
  if (!found) throw new Error(`no button ${name}`);
  await act(async () => found.click());
}

async function paste(text: string) {
  const area = place.querySelector("textarea")!;
  await act(async () => {
    Object.getOwnPropertyDescriptor(
      Object.getPrototypeOf(area) as object,
      "value",
    )!.set!.call(area, text);
    area.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

const hashNow = () => store.getState().preset.extensions.chosen[0]!.hash;

test("a pasted list gives an image its hash", async () => {
  await draw(noNetwork);
  expect(place.textContent).toContain("not in this list");
  await paste(list);
  expect(place.textContent).toContain("1 file in this list.");
  await click("Take 1 hash");
  expect(hashNow()).toBe(`sha256-${hex}`);
  expect(close).toHaveBeenCalledOnce();
});

test("a page in place of a list is told, and nothing is taken", async () => {
  await draw(noNetwork);
  await paste("<html>not found</html>\n");
  expect(place.textContent).toContain("Line 1 is no hash with a name");
  const take = [...place.querySelectorAll("button")].find(({ textContent }) =>
    textContent?.startsWith("Take"),
  );
  expect(take?.disabled).toBe(true);
  expect(hashNow()).toBe("");
});

test("a fetched list gives it as well", async () => {
  await draw(async () => new Response(list));
  await click("Fetch");
  await vi.waitFor(() => expect(place.textContent).toContain("found"));
  await click("Take 1 hash");
  expect(hashNow()).toBe(`sha256-${hex}`);
});

test("a server that no page may read is told, with the other way", async () => {
  await draw(noNetwork);
  await click("Fetch");
  await vi.waitFor(() =>
    expect(place.textContent).toContain("Its text can be pasted below."),
  );
});
