import { test } from "./fixtures";
import { expectValid, validator } from "./ignition";
import { expectKubernetesNode, hostname, key } from "./kubernetes-node";

test("a Kubernetes node clicked together with the mouse is what boots", async ({
  composer,
}, info) => {
  if (!validator) {
    info.annotations.push({
      type: "note",
      description: "ignition-validate is not here, so it was not asked",
    });
  }
  const { page } = composer;
  await composer.openEmpty();

  await composer.section("Target");
  await page.getByLabel("Platform", { exact: true }).selectOption("aws");
  await composer.choose("Architecture", "arm64");

  await composer.section("Extensions");
  await composer.type(
    page.getByRole("searchbox", { name: /^Search/ }),
    "kubeadm",
  );
  await composer.addExtension("Kubernetes (kubeadm)");
  const kubernetes = composer.extension("Kubernetes (kubeadm)");
  await kubernetes.getByRole("combobox", { name: "Version" }).click();
  await page.getByRole("option", { name: "v1.32.2", exact: true }).click();
  await kubernetes.getByText("Patch 1.32.x", { exact: true }).click();

  await composer.section("Updates");
  await composer.choose("Who reboots the node", "kured");

  await composer.section("Users and keys");
  await page.getByRole("button", { name: "Add core and its keys" }).click();
  await page.getByRole("button", { name: "Add SSH key" }).click();
  await composer.type(page.getByLabel("SSH key", { exact: true }), key);

  await composer.section("Identity");
  await composer.type(page.getByLabel("Hostname", { exact: true }), hostname);

  await composer.settled();
  const copied = await composer.copyUserData();
  expectKubernetesNode(copied);
  expectValid(copied);
});
