// @vitest-environment happy-dom
import { act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ExtensionsForm } from "@/components/sections/extensions-form";
import { catalogue, presetOf } from "@/lib/checks/testing";
import { compose } from "@/lib/preset";
import { shownText, type ComposerStore } from "@/lib/state/composer-store";
import { ComposerProvider, useComposerStore } from "@/lib/state/provider";

let root: Root;
let place: HTMLElement;
let store: ComposerStore;

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
});

function Keep({ children }: { children: ReactNode }) {
  // Only for the test to look at what the form changed.
  // eslint-disable-next-line react-hooks/globals
  store = useComposerStore();
  return children;
}

async function draw(stored: object) {
  await act(async () =>
    root.render(
      <ComposerProvider catalogue={catalogue}>
        <Keep>
          <ExtensionsForm />
        </Keep>
      </ComposerProvider>,
    ),
  );
  await act(async () => store.getState().adopt(presetOf(stored)));
}

const chosen = (...all: object[]) => ({ extensions: { chosen: all } });
const extensions = () => store.getState().preset.extensions;
const first = () => extensions().chosen[0]!;

async function click(name: string) {
  const found = [...place.querySelectorAll<HTMLElement>("button, label")].find(
    (one) =>
      (one.getAttribute("aria-label") ?? one.textContent)
        ?.trim()
        .startsWith(name),
  );
  if (!found) throw new Error(`no button ${name}`);
  await act(async () => found.click());
}

async function type(label: string, text: string) {
  const found = [...place.querySelectorAll("label")].find(
    ({ textContent }) => textContent?.trim() === label,
  );
  const control = found && document.getElementById(found.htmlFor);
  if (!control) throw new Error(`no field ${label}`);
  await act(async () => {
    // The setter of the element's own class: React overrides the one on the element.
    Object.getOwnPropertyDescriptor(
      Object.getPrototypeOf(control) as object,
      "value",
    )!.set!.call(control, text);
    control.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

const docker = { id: "docker", version: "28.0.4", updates: "any" };

test("an image is held, and let go again", async () => {
  await draw(chosen(docker));
  await click("Open further choices of Docker");
  await click("Hold");
  expect(first().hold).toBe(true);
  // What would happen with a newer image is no question while nothing looks for one.
  expect(place.textContent).not.toContain("Takes effect");
  await click("Hold");
  expect(first()).not.toHaveProperty("hold");
});

test("the choices of an image", async () => {
  await draw(chosen({ ...docker, activation: "restart" }));
  await click("Open further choices of Docker");
  await click("Newest of that day");
  await type("Nothing older than", "28.0.0");
  await type("Never clear away", "28.0.4");
  await type("Units to restart", "docker.service, tool.service");
  await click("Take signed lists only");
  await type("From another bakery", "https://mirror.example/x/");
  expect(first()).toMatchObject({
    firstBoot: "newest",
    minVersion: "28.0.0",
    protectVersion: "28.0.4",
    restartUnits: ["docker.service", "tool.service"],
    verify: true,
    bakery: "https://mirror.example/x/",
  });
  await click("Close further choices of Docker");
  expect(place.textContent).toContain(
    "newest at first boot · from 28.0.0 · keeps 28.0.4 · signed lists only · restarts docker.service, tool.service · from mirror.example",
  );
});

test("an image that stays as it is has no choices of updates", async () => {
  await draw(chosen({ ...docker, updates: "none" }));
  await click("Open further choices of Docker");
  expect(place.textContent).not.toContain("First boot");
  await type("Hash of the image", " sha256-00 ");
  expect(first().hash).toBe("sha256-00");
});

test("the major series is offered where it is another than the minor one", async () => {
  await draw(chosen(docker));
  await click("Major 28.x");
  expect(first().updates).toBe("major");
});

test("a cluster is offered no series over minor versions", async () => {
  await draw(
    chosen({ id: "kubernetes", version: "v1.32.2", updates: "patch" }),
  );
  expect(place.textContent).not.toContain("Major 1.x");
  expect(place.textContent).toContain("1 release behind in v1.32.x.");
  await click("Take v1.32.13");
  expect(first().version).toBe("v1.32.13");
  // Two minor versions are not a click away.
  expect(place.textContent).toContain("1 release behind.");
  expect(place.textContent).not.toContain("Take v1.36.2");
});

test("what nobody signs is said to be unsigned", async () => {
  await draw(chosen(docker));
  expect(place.textContent).toContain("unsigned updates");
  await draw(chosen({ ...docker, updates: "none" }));
  expect(place.textContent).not.toContain("unsigned updates");
});

test("the bakery of the node and the keys of signers", async () => {
  await draw({});
  await click("Open the fields of Bakery");
  await type("Address of the bakery", "https://mirror.example/");
  await click("Open the fields of Keys of signers");
  await type("Address of the keys", "https://h.example/k.gpg");
  expect(extensions()).toMatchObject({
    bakery: "https://mirror.example/",
    keyring: { url: "https://h.example/k.gpg", hash: "" },
  });
  await type("Address of the keys", "");
  expect(extensions()).not.toHaveProperty("keyring");
});

test("updates that a text writes in a way of its own are changed in it", async () => {
  const text = compose(presetOf(chosen({ ...docker, keep: 3 })))
    .text.replaceAll("/run/docker-sysext", "/tmp/docker")
    .replace("ExecStartPre=-/usr", "ExecStartPre=/usr");
  await draw({ rest: { text, whole: true } });
  await vi.waitFor(() => expect(first().written).toBeDefined());
  await act(async () => undefined);
  expect(place.textContent).toContain("A change here writes its updates anew.");
  await click("Major 28.x");
  await vi.waitFor(() =>
    expect(shownText(store.getState())).toContain(
      "MatchPattern=docker-28.@v-%a.raw",
    ),
  );
});
