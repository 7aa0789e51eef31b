// @vitest-environment happy-dom
import { act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parsePreset, type Preset } from "@/lib/preset";
import type { ComposerStore } from "@/lib/state/composer-store";
import { ComposerProvider, useComposerStore } from "@/lib/state/provider";
import { AdvancedForm } from "./advanced-form";
import { LayersForm } from "./layers-form";

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
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
});

function presetOf(stored: object): Preset {
  const parsed = parsePreset({ kindling: 1, ...stored });
  if (!parsed.ok) throw new Error(parsed.error.sentence);
  return parsed.value;
}

function Keep({ children }: { children: ReactNode }) {
  // Only for the test to look at what the form changed.
  // eslint-disable-next-line react-hooks/globals
  store = useComposerStore();
  return children;
}

async function draw(form: ReactNode, stored: object = {}) {
  const catalogue = { date: "2026-07-16", bakery: "", releases: {} };
  await act(async () =>
    root.render(
      <ComposerProvider catalogue={catalogue}>
        <Keep>{form}</Keep>
      </ComposerProvider>,
    ),
  );
  await act(async () => store.getState().adopt(presetOf(stored)));
}

/** The control of a label, or the switch whose words begin so. */
function labelled(label: string): HTMLInputElement {
  const labels = [...place.querySelectorAll("label")];
  const found = labels.find(({ textContent }) => textContent?.trim() === label);
  const control = found && document.getElementById(found.htmlFor);
  if (!control) throw new Error(`no field ${label}`);
  return control as HTMLInputElement;
}

async function type(label: string, text: string) {
  const control = labelled(label);
  const isList = control.tagName === "SELECT";
  await act(async () => {
    const prototype = Object.getPrototypeOf(control) as object;
    // The setter of the element's own class: React overrides the one on the element.
    Object.getOwnPropertyDescriptor(prototype, "value")!.set!.call(
      control,
      text,
    );
    control.dispatchEvent(
      new Event(isList ? "change" : "input", { bubbles: true }),
    );
  });
}

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

const layers = () => store.getState().preset.layers;
const advanced = () => store.getState().preset.advanced;

test("a layer is added, named, and given a program", async () => {
  await draw(<LayersForm />);
  await click("Add layer");
  await type("Name", "mytools");
  await click("Add file");
  await type("Path in the layer", "usr/bin/hello");
  await click("Program 0755");
  await type("Text of the file", "#!/bin/sh\n");
  expect(layers().directories).toMatchObject([
    {
      name: "mytools",
      match: "level",
      files: [{ path: "usr/bin/hello", executable: true, text: "#!/bin/sh\n" }],
    },
  ]);
});

test("a service brings what starts it at boot", async () => {
  await draw(<LayersForm />, { layers: { directories: [{ name: "mine" }] } });
  await click("Add service that starts at boot");
  expect(layers().directories[0]!.reload).toBe(true);
  expect(layers().directories[0]!.files.map(({ path }) => path)).toEqual([
    "usr/bin/mine",
    "usr/lib/systemd/system/mine.service",
    "usr/lib/systemd/system/multi-user.target.d/10-mine.conf",
  ]);
});

test("the platform's vendor tools are switched off beside others", async () => {
  await draw(<LayersForm />, {
    target: { platform: "azure" },
    layers: { oemOff: ["mine"] },
  });
  await click("Switch off oem-azure");
  expect(layers().oemOff).toEqual(["azure", "mine"]);
  await type("Other vendor extensions that are off", "");
  expect(layers().oemOff).toEqual(["azure"]);
});

test("settings that images bring are applied together or one by one", async () => {
  await draw(<LayersForm />);
  await click("Apply settings shipped in extensions");
  await click("Device rules");
  await type("Kernel modules to load", "zram");
  expect(layers().late).toMatchObject({
    users: true,
    folders: true,
    udev: false,
    modules: ["zram"],
  });
});

test("a layer over /etc is an image or files", async () => {
  await draw(<LayersForm />);
  await click("Add layer over /etc");
  await type("Address", "https://example.com/site.raw");
  await click("Files");
  await click("Add file");
  await type("Path in the layer", "etc/site/a");
  expect(layers().confexts).toMatchObject([
    { from: "files", files: [{ path: "etc/site/a" }] },
  ]);
});

test("mutable mode, policy, and where writes go", async () => {
  await draw(<AdvancedForm />);
  await type("Writes to merged /usr and /opt", "auto");
  await type("Images taken over /etc", "own");
  await type("Policy for /etc", "root=signed+absent");
  const routes = place.querySelectorAll('input[type="radio"]');
  expect(
    [...routes].filter((one) => (one as HTMLInputElement).disabled),
  ).toHaveLength(1);
  await click("The /opt below");
  expect(advanced()).toMatchObject({
    sysext: { mutable: "auto" },
    confext: { policy: "own", ownPolicy: "root=signed+absent" },
    writes: { usr: "", opt: "original", etc: "" },
  });
});

test("a signer is added, and the bake command stands where something can be baked", async () => {
  await draw(<AdvancedForm />, {
    extensions: { chosen: [{ id: "kubernetes", version: "v1.32.2" }] },
  });
  await click("Add signer");
  await type("File name", "release");
  await type("Certificate", "-----BEGIN CERTIFICATE-----\n");
  expect(advanced().certificates).toEqual([
    { name: "release", text: "-----BEGIN CERTIFICATE-----\n" },
  ]);
  expect(place.querySelector("pre")!.textContent).toContain(
    "kubernetes:kubernetes-v1.32.2-x86-64.raw",
  );
});
