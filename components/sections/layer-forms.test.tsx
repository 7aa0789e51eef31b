// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { AdvancedForm } from "./advanced-form";
import { LayersForm } from "./layers-form";
import { formPage } from "./testing/form-page";

const page = formPage();
const { draw, type, click, state } = page;
const layers = () => state().preset.layers;
const advanced = () => state().preset.advanced;

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
  const routes = page.place.querySelectorAll('input[type="radio"]');
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
  expect(page.place.querySelector("pre")!.textContent).toContain(
    "kubernetes:kubernetes-v1.32.2-x86-64.raw",
  );
});
