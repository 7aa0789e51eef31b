import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures";
import { kubernetesLink } from "./kubernetes-preset";

// A Firefox that is driven by WebDriver BiDi tells nothing of downloads.
test("a config drive and the base64 hold the config that is shown @chromium", async ({
  composer,
}) => {
  const { page } = composer;
  await composer.openNode(kubernetesLink);
  await composer.section("Target");
  await page.getByLabel("Platform", { exact: true }).selectOption("openstack");
  await composer.settled();
  const config = await composer.userData();
  expect(config).toMatch(/^{"ignition":/);

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download config-drive.iso" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("config-drive.iso");
  const drive = await readFile(await download.path());
  // The label of a CD stands at byte 40 of its 17th block.
  const label = 16 * 2048 + 40;
  expect(drive.toString("latin1", label, label + 8)).toBe("config-2");
  expect(drive.includes(config)).toBe(true);

  await composer.choose("Encoding", "base64");
  const encoded = page.getByLabel("config.ign.b64", { exact: true });
  await expect(encoded).toBeVisible();
  const text = (await encoded.textContent()) ?? "";
  expect(Buffer.from(text, "base64").toString()).toBe(config);
  const { violations } = await new AxeBuilder({ page })
    .include("#result")
    .analyze();
  expect(violations).toEqual([]);

  await page
    .getByRole("button", { name: "Copy user data, base64", exact: true })
    .click();
  expect(await composer.paste()).toBe(text);
});

test("what is copied has the key that was pressed a moment before", async ({
  composer,
}) => {
  const { page } = composer;
  await composer.openNode(kubernetesLink);
  const form = await composer.section("Identity");
  const hostname = form.getByLabel("Hostname", { exact: true });
  await composer.type(hostname, "typed-last");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Copied user data/)).toBeVisible();
  expect(await composer.paste()).toContain("typed-last");
});
