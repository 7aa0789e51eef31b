import { parsePreset } from "@/lib/preset";
import { encodeShare } from "@/lib/share/codec";
import { expect, test } from "./fixtures";
import { key } from "./kubernetes-node";
import { kubernetesLink } from "./kubernetes-preset";

const other = parsePreset({
  kindling: 1,
  target: { architecture: "arm64", platform: "aws" },
  extensions: {
    chosen: [
      {
        id: "kubernetes",
        version: "v1.32.6",
        updates: "patch",
        activation: "reboot",
      },
    ],
  },
  updates: { coordinator: "kured" },
  identity: { hostname: "worker-8" },
  users: { users: [{ name: "core", keys: [key, `${key}-2`] }] },
});
if (!other.ok) throw new Error("the other node of the tests is no preset");
const otherLink = encodeShare(other.value).link;

test("a pasted link is compared by meaning, line by line, and for a running node", async ({
  composer,
}) => {
  const { page } = composer;
  await composer.openNode(kubernetesLink);
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Compare" });
  await dialog.getByLabel("From", { exact: true }).selectOption("now");
  await dialog.getByLabel("To", { exact: true }).selectOption("given");
  const paste = dialog.getByRole("textbox", { name: /^To: a link/ });
  await paste.pressSequentially(`#${otherLink}`, { timeout: 30_000 });

  await expect(
    dialog.getByText(/^Kubernetes \(kubeadm\) v1\.32\.2 → v1\.32\.6$/),
  ).toBeVisible();
  await expect(
    dialog.getByText("One SSH key more for core", { exact: true }),
  ).toBeVisible();
  await expect(dialog.getByText(/^Hostname .* → worker-8$/)).toBeVisible();
  await expect(dialog.getByRole("status")).toHaveText("3 differences");

  await dialog.getByRole("tab", { name: "Text" }).click();
  const lines = dialog.getByRole("region", { name: "Differences of the text" });
  await expect(lines.getByText("Removed:").first()).toBeAttached();
  await expect(lines.getByText("Added:").first()).toBeAttached();
  await expect(
    lines.getByText(/kubernetes-v1\.32\.6-arm64\.raw/).first(),
  ).toBeVisible();

  await dialog.getByRole("tab", { name: "On a running node" }).click();
  await expect(
    dialog.getByRole("region", { name: /^Command: Makes .*kubernetes\.raw/ }),
  ).toContainText("sudo ln -sfn");
  await expect(
    dialog.getByText("sudo touch /run/reboot-required"),
  ).toBeVisible();
  await expect(
    dialog.getByText("sudo hostnamectl set-hostname worker-8"),
  ).toBeVisible();
});

test("what was typed since the node was opened is one difference", async ({
  composer,
}) => {
  const { page } = composer;
  await composer.openNode(kubernetesLink);
  await composer.section("Identity");
  await composer.type(page.getByLabel("Hostname", { exact: true }), "renamed");
  await composer.command("Compare with another node");
  const dialog = page.getByRole("dialog", { name: "Compare" });
  await expect(dialog.getByLabel("From", { exact: true })).toHaveValue(
    "opened",
  );
  await expect(dialog.getByText(/^Hostname .* → renamed$/)).toBeVisible();
  await dialog
    .getByRole("button", { name: /^Show in the form: Hostname/ })
    .click();
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel("Hostname", { exact: true })).toBeFocused();
});

test("disks ask for a node that is set up anew, and say why", async ({
  composer,
}) => {
  const { page } = composer;
  await composer.openEmpty();
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Compare" });
  await dialog.getByLabel("To", { exact: true }).selectOption("given");
  await dialog.getByLabel("From", { exact: true }).selectOption("now");
  await dialog
    .getByRole("textbox", { name: /^To: a link/ })
    .pressSequentially(
      "variant: flatcar\nversion: 1.0.0\nstorage: {disks: [{device: /dev/sdb, wipe_table: true}]}\n",
    );
  await expect(
    dialog.getByText("Disk /dev/sdb added", { exact: true }),
  ).toBeVisible();
  await dialog.getByRole("tab", { name: "On a running node" }).click();
  await expect(
    dialog.getByRole("heading", {
      name: "Only a node that is set up anew has this",
    }),
  ).toBeVisible();
  await expect(dialog.getByText(/^sudo flatcar-reset /)).toBeVisible();
});

test("what is no node is refused where it was pasted", async ({ composer }) => {
  const { page } = composer;
  await composer.openEmpty();
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Compare" });
  await dialog.getByLabel("To", { exact: true }).selectOption("given");
  const paste = dialog.getByRole("textbox", { name: /^To: a link/ });
  await paste.pressSequentially("hello");
  await expect(paste).toHaveAccessibleDescription(/./);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});
