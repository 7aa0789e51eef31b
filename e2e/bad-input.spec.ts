import type { Locator } from "@playwright/test";
import type { ComposerPage } from "./composer-page";
import { expect, test } from "./fixtures";

interface BadInput {
  /** What is wrong, and code of the entry that says so. */
  readonly what: string;
  readonly code: string;
  readonly typed: string;
  /** The way to the field. */
  field(composer: ComposerPage): Promise<Locator>;
}

const inputs: readonly BadInput[] = [
  {
    what: "half of an SSH key",
    code: "key-damaged",
    typed:
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBx3t0Zl7xPCCbEhsdJ2 operator@example",
    field: async (composer) => {
      await addCore(composer);
      await composer.page.getByRole("button", { name: "Add SSH key" }).click();
      return composer.page.getByRole("textbox", { name: "SSH key" });
    },
  },
  {
    what: "a password where its hash belongs",
    code: "plain-password",
    typed: "correct horse",
    field: async (composer) => {
      await addCore(composer);
      return composer.page.getByLabel("Password hash");
    },
  },
  {
    what: "a hostname with a space",
    code: "hostname-blank",
    typed: "my node",
    field: async (composer) => {
      await composer.section("Identity");
      return composer.page.getByLabel("Hostname", { exact: true });
    },
  },
];

async function addCore(composer: ComposerPage) {
  await composer.section("Users and keys");
  await composer.page
    .getByRole("button", { name: "Add core and its keys" })
    .click();
}

for (const { what, code, typed, field } of inputs) {
  test(`${what} is told at its field and kept`, async ({ composer }) => {
    await composer.openEmpty();
    const input = await field(composer);
    await composer.type(input, typed);
    await input.press("Tab");
    await expect(input).toHaveAccessibleDescription(/(Error|Warning): /);
    await expect(composer.problem(code)).toBeVisible();
    await expect(input).toHaveValue(typed);

    // The problem leads back to the field, from wherever one is.
    await composer.section("OS updates");
    await composer.problem(code).getByRole("button").first().click();
    await expect(input).toBeFocused();
    await expect(input).toHaveValue(typed);
  });
}

test("an unknown version is marked and can be taken all the same", async ({
  composer,
}) => {
  const { page } = composer;
  await composer.openEmpty();
  await composer.section("Extensions");
  await composer.addExtension("Kubernetes (kubeadm)");
  const row = composer.extension("Kubernetes (kubeadm)");
  const version = row.getByRole("combobox", { name: "Version" });
  await composer.type(version, "v1.32.999");
  await version.press("Enter");
  await expect(row.getByText("not verified", { exact: true })).toBeVisible();
  await expect(row.getByText(/not among the releases/)).toBeVisible();
  await composer.section("Identity");
  await composer.problem("version-unknown").getByRole("button").first().click();
  await expect(version).toBeFocused();
  await expect(version).toHaveValue("v1.32.999");
  await page.getByRole("tab", { name: "User data" }).click();
  expect(await composer.copyUserData()).toContain(
    "kubernetes-v1.32.999-x86-64.raw",
  );
});

test("two images of one name: each says so, and both stay", async ({
  composer,
}) => {
  const { page } = composer;
  await composer.openEmpty();
  await composer.section("Extensions");
  for (const host of ["one", "two"]) {
    await page.getByRole("button", { name: "Own image…" }).click();
    const dialog = page.getByRole("dialog", { name: "Own image" });
    await composer.type(
      dialog.getByLabel("Image"),
      `https://${host}.example/tools-1.0.0-x86-64.raw`,
    );
    await dialog.getByRole("button", { name: "Add tools" }).click();
  }
  await expect(composer.problem("extension-twice").first()).toBeVisible();
  const rows = composer.extension("tools");
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1).getByLabel("Image")).toHaveValue(
    "https://two.example/tools-1.0.0-x86-64.raw",
  );
});

test("an address with a line break is told and never reaches the node", async ({
  composer,
}) => {
  const { page } = composer;
  await composer.openEmpty();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByLabel("Preset file").setInputFiles({
    name: "broken.json",
    mimeType: "application/json",
    buffer: Buffer.from(
      JSON.stringify({
        kindling: 1,
        name: "broken",
        extensions: {
          chosen: [
            {
              id: "tools",
              version: "1.0.0",
              own: {
                url: "https://one.example/tools\nExecStart=/bin/sh-1.0.0-x86-64.raw",
              },
            },
          ],
        },
      }),
    ),
  });
  await page.getByRole("button", { name: "Replace it" }).click();
  await composer.section("Extensions");
  await expect(
    composer.extension("tools").getByLabel("Image"),
  ).toHaveAccessibleDescription(/Error: /);
  await expect(page.getByText(/No config yet/)).toBeVisible();
});

test("text that is no Butane is told at its field and kept", async ({
  composer,
}) => {
  const { page } = composer;
  const typed = "storage:\n  files: [\n";
  await composer.openEmpty();
  await composer.section("More Butane");
  const field = page.getByRole("textbox", { name: "Butane", exact: true });
  await composer.type(field, typed);
  await expect(field).toHaveAccessibleDescription(/Error: /);
  await expect(field).toHaveValue(typed);
});
