// @vitest-environment happy-dom
import { expect, test } from "vitest";
import everything from "@/lib/preset/testdata/flatcar-1.0.0/every-section/preset.json";
import { ContainersForm } from "./containers-form";
import { formPage } from "./testing/form-page";

const page = formPage();
const { draw, type, click, openAll, state, settled } = page;

test("Docker's settings are filled in and written", async () => {
  await draw(<ContainersForm />);
  await openAll();
  await click("Start Docker at boot");
  await type("Open files", "1048576");
  await type("Logs of containers", "local");
  await type("Size of a log file", "10m");
  await type(
    "Mirrors of Docker Hub",
    "https://a.example.com, https://b.example.com",
  );
  await click("Port with TLS");
  await type("Key of this node", "-----BEGIN PRIVATE KEY-----");
  expect(state().preset.containers).toMatchObject({
    start: true,
    limits: { files: "1048576" },
    daemon: {
      logDriver: "local",
      logMaxSize: "10m",
      registryMirrors: ["https://a.example.com", "https://b.example.com"],
      api: "tls",
    },
  });
  const { outcome } = await settled();
  expect(outcome!.butane).toContain("docker-tls-tcp.socket");
  // What a certificate is missing for is said at its field.
  expect(page.place.textContent).toContain("it reads /etc/docker/ca.pem");
});

test("a login is added, and kept from whom it is not for", async () => {
  await draw(<ContainersForm />);
  await openAll();
  expect(page.place.textContent).not.toContain("/root/.docker/config.json");
  await click("Add login");
  await type("Registry 1", "registry.example.com");
  await type("User at registry.example.com", "node");
  await type("Password or token at registry.example.com", "a secret");
  await click("The user core");
  const { logins, holders } = state().preset.containers.registries;
  expect(logins).toEqual([
    { server: "registry.example.com", user: "node", password: "a secret" },
  ]);
  expect(holders).toEqual(["root"]);
});

test("a Podman unit begins with the usual lines of its kind", async () => {
  await draw(<ContainersForm />);
  await openAll();
  await click("Add Podman unit");
  await type("File name of Podman unit 1", "caddy.container");
  await click("Begin caddy.container with the usual lines");
  const [quadlet] = state().preset.containers.quadlets;
  expect(quadlet!.text).toContain("Image=registry.example.com/caddy:1.0\n");
  await type("File name of Podman unit 1", "caddy.image");
  await type("Text of caddy.image", "");
  expect(page.place.textContent).not.toContain("with the usual lines");
});

test("every field of a full section has a name of its own", async () => {
  await draw(<ContainersForm />, everything);
  await openAll();
  const controls = [
    ...page.place.querySelectorAll<HTMLInputElement>("input, select, textarea"),
  ];
  const names = controls
    .filter(({ type: kind }) => kind !== "radio")
    .map((control) => control.labels?.[0]?.textContent ?? "");
  expect(names.length).toBeGreaterThan(20);
  expect(names).not.toContain("");
  expect(new Set(names).size).toBe(names.length);
});
