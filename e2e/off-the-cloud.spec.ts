import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import AxeBuilder from "@axe-core/playwright";
import { emptyPreset } from "@/lib/preset";
import { encodeShare } from "@/lib/share/codec";
import { everySectionLink } from "./every-section";
import { expect, test } from "./fixtures";
import { expectValid } from "./ignition";
import { kubernetesLink } from "./kubernetes-preset";

test("a node that is too big for its platform fits after one click @chromium", async ({
  composer,
}) => {
  const { page } = composer;
  await composer.openNode(everySectionLink);
  await page.getByRole("button", { name: "Dismiss" }).click();
  await composer.command("Platform: Amazon EC2");
  await expect(composer.status).toContainText("too big");
  await expect(composer.problem("user-data-too-big")).toBeVisible();

  await page.getByRole("tab", { name: "User data" }).click();
  const ways = page.getByRole("list", { name: "Ways to make it smaller" });
  await ways.getByRole("button", { name: "Pack it with gzip" }).click();
  await expect(composer.status).not.toContainText("too big");
  await expect(composer.problem("user-data-too-big")).toHaveCount(0);

  const packed = await composer.copyUserData();
  expectValid(packed);
  expect(packed.length).toBeLessThan(16_384);
  const { replace } = (
    JSON.parse(packed) as {
      ignition: {
        config: { replace: { source: string; compression: string } };
      };
    }
  ).ignition.config;
  expect(replace.compression).toBe("gzip");
  const base64 = replace.source.slice(replace.source.indexOf(",") + 1);
  const inside = gunzipSync(Buffer.from(base64, "base64")).toString();
  expectValid(inside);
  expect(inside).toContain('"/etc/hostname"');
});

test("a problem of the mirror leads to its field in the dialog", async ({
  composer,
}) => {
  const { page } = composer;
  const { target, ...node } = emptyPreset();
  const moved = { ...node, target: { ...target, mirror: "ftp://mirror.lan/" } };
  await composer.openNode(encodeShare(moved).link);
  await composer
    .problem("air-gap-mirror-address")
    .getByRole("button", { name: /The mirror is no http/ })
    .click();
  const dialog = page.getByRole("dialog", { name: "Air gap" });
  const field = dialog.getByLabel("Mirror", { exact: true });
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription(/no http or https address/);
});

test("a node is moved to a mirror, and nothing public is left @chromium", async ({
  composer,
}) => {
  const { page } = composer;
  await composer.openNode(kubernetesLink);
  await composer.command("Air gap: everything it fetches, and a mirror");
  const dialog = page.getByRole("dialog", { name: "Air gap" });
  await expect(dialog.getByRole("list", { name: "Addresses" })).toContainText(
    "kubernetes-v1.32.2-arm64.raw",
  );
  const downloading = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download the script" }).click();
  const script = await readFile(await (await downloading).path(), "utf8");
  expect(script).toMatch(/^#!/);
  expect(script).toContain("kubernetes-v1.32.2-arm64.raw");

  const mirror = "https://mirror.example.org/flatcar/";
  await composer.type(dialog.getByLabel("Mirror", { exact: true }), mirror);
  await dialog.getByRole("button", { name: "Fetch from the mirror" }).click();
  await expect(dialog.getByText("No public address is left.")).toBeVisible();
  const { violations } = await new AxeBuilder({ page })
    .include("dialog")
    .analyze();
  expect(violations).toEqual([]);
  await page.keyboard.press("Escape");

  await composer.settled();
  await expect(composer.problems.locator('[data-kind="error"]')).toHaveCount(0);
  await page
    .getByRole("status")
    .getByRole("button", { name: "Dismiss" })
    .click();
  const config = await composer.copyUserData();
  expectValid(config);
  expect(config).toContain(mirror);
  expect(config).not.toContain("extensions.flatcar.org");
});
