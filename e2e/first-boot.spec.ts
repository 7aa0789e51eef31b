import { expect, test } from "./fixtures";
import { hostname } from "./kubernetes-node";
import { kubernetesLink } from "./kubernetes-preset";

test("the first boot is told as the release does it, and leads back to the form", async ({
  composer,
}) => {
  const { page } = composer;
  await composer.openNode(kubernetesLink);
  await page.getByRole("tab", { name: "First boot" }).click();
  const start = page.getByRole("region", { name: "The system starts" });
  const initrd = page.getByRole("region", { name: "In the initrd" });
  const merge = { name: /^Merges \d+ images over/ };
  await expect(start.getByRole("heading", merge)).toBeVisible();

  const target = await composer.section("Target");
  await composer.type(target.getByLabel("Flatcar release"), "4757.1.0");
  await expect(initrd.getByRole("heading", merge)).toBeVisible();
  await expect(start.getByRole("heading", merge)).toHaveCount(0);

  await initrd.getByRole("button", { name: "core", exact: true }).click();
  await expect(
    page.getByRole("region", { name: "Users and keys", exact: true }).first(),
  ).toBeVisible();
});

test("a file of the node is found by its path, read, and followed to its field", async ({
  composer,
}) => {
  const { page } = composer;
  await composer.openNode(kubernetesLink);
  await page.getByRole("tab", { name: "Files", exact: true }).click();
  await composer.type(page.getByLabel("Filter by path"), "/etc/hostname");
  await page.getByRole("button", { name: "hostname", exact: true }).click();
  await expect(page.getByLabel("Contents of hostname")).toHaveText(hostname);
  await page
    // One browser puts a space before what is only for screen readers, another does not.
    .getByRole("button", { name: /^Show in the form ?: \/etc\/hostname$/ })
    .click();
  await expect(
    page.getByRole("textbox", { name: "Hostname", exact: true }),
  ).toBeFocused();
});
