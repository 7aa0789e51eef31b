// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { OwnImageDialog } from "./own-image-dialog";
import { ExtensionsForm } from "@/components/sections/extensions-form";
import { formPage } from "@/components/sections/testing/form-page";
import { catalogue, presetOf } from "@/lib/checks/testing";
import { compose } from "@/lib/preset";
import { shownText } from "@/lib/state/composer-state";

/** What comes comes soon; a busy machine takes longer. */
const patient = { timeout: 20_000 };

const page = formPage(catalogue);
const { click, type } = page;
const draw = (stored: object) => page.draw(<ExtensionsForm />, stored);

const chosen = (...all: object[]) => ({ extensions: { chosen: all } });
const extensions = () => page.state().preset.extensions;
const first = () => extensions().chosen[0]!;

const docker = { id: "docker", version: "28.0.4", updates: "any" };

test("an image is held, and let go again", async () => {
  await draw(chosen(docker));
  await click("Open further choices of Docker");
  await click("Hold");
  expect(first().hold).toBe(true);
  // What would happen with a newer image is no question while nothing looks for one.
  expect(page.place.textContent).not.toContain("Takes effect");
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
  expect(page.place.textContent).toContain(
    "newest at first boot · from 28.0.0 · keeps 28.0.4 · signed lists only · restarts docker.service, tool.service · from mirror.example",
  );
});

test("an image that stays as it is has no choices of updates", async () => {
  await draw(chosen({ ...docker, updates: "none" }));
  await click("Open further choices of Docker");
  expect(page.place.textContent).not.toContain("First boot");
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
  expect(page.place.textContent).not.toContain("Major 1.x");
  expect(page.place.textContent).toContain("1 release behind in v1.32.x.");
  await click("Take v1.32.13");
  expect(first().version).toBe("v1.32.13");
  // Two minor versions are not a click away.
  expect(page.place.textContent).toContain("1 release behind.");
  expect(page.place.textContent).not.toContain("Take v1.36.2");
});

test("what nobody signs is said to be unsigned", async () => {
  await draw(chosen(docker));
  expect(page.place.textContent).toContain("unsigned updates");
  await draw(chosen({ ...docker, updates: "none" }));
  expect(page.place.textContent).not.toContain("unsigned updates");
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
  await vi.waitFor(() => expect(first().written).toBeDefined(), patient);
  await page.settled();
  expect(page.place.textContent).toContain(
    "A change here writes its updates anew.",
  );
  await click("Major 28.x");
  await vi.waitFor(
    () =>
      expect(shownText(page.state())).toContain(
        "MatchPattern=docker-28.@v-%a.raw",
      ),
    patient,
  );
});

test("an own image says of itself what it fits", async () => {
  await page.draw(<OwnImageDialog onClose={() => undefined} />, {
    target: { release: "4593.2.5", architecture: "arm64" },
  });
  await type("Image", "https://h/tools-1.0.0-arm64.raw");
  await click("Open what has to be inside the image");
  const note = () => page.place.querySelector("pre")?.textContent;
  expect(note()).toBe("ID=_any\nARCHITECTURE=arm64\n");
  await click("Linked to one release");
  await click("It brings units");
  expect(note()).toBe(
    "ID=flatcar\nVERSION_ID=4593.2.5\nEXTENSION_RELOAD_MANAGER=1\nARCHITECTURE=arm64\n",
  );
  expect(page.place.textContent).toContain(
    "usr/lib/extension-release.d/extension-release.tools",
  );
});
