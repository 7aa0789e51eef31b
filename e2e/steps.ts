import type { ComposerPage } from "./composer-page";
import { hostname, key } from "./kubernetes-node";

/** The node of the main arc, by the shortest way. */
export async function composeKubernetes(composer: ComposerPage) {
  const { page } = composer;
  await composer.openEmpty();
  await composer.section("Target");
  await page.getByLabel("Platform", { exact: true }).selectOption("aws");
  await composer.choose("Architecture", "arm64");
  await composer.section("Extensions");
  await composer.addExtension("Kubernetes (kubeadm)");
  const version = composer
    .extension("Kubernetes (kubeadm)")
    .getByRole("combobox", { name: "Version" });
  await version.fill("v1.32.2");
  await version.press("Enter");
  await composer.choose("Updates", "Patch 1.32.x");
  await composer.section("Updates");
  await composer.choose("Who reboots the node", "kured");
  await composer.section("Users and keys");
  await page.getByRole("button", { name: "Add core and its keys" }).click();
  await page.getByRole("button", { name: "Add SSH key" }).click();
  await page.getByLabel("SSH key", { exact: true }).fill(key);
  await composer.section("Identity");
  await page.getByLabel("Hostname").fill(hostname);
  await composer.settled();
}
