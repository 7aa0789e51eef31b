import type { Locator } from "@playwright/test";
import { expect, test } from "./fixtures";
import { expectValid } from "./ignition";
import { expectKubernetesNode, hostname, key } from "./kubernetes-node";

/**
 * Goes with Tab, or back with Shift and Tab, until the control has the focus. Never over the end of the page: there the
 * browser's own controls take the focus, and a browser without a window does not give it back.
 */
async function reach(control: Locator) {
  const { keyboard } = control.page();
  for (let steps = 0; steps < 250; steps++) {
    const step = await control.evaluate((element) => {
      const now = document.activeElement ?? document.body;
      if (element === now) return null;
      const after = Node.DOCUMENT_POSITION_FOLLOWING;
      return now.compareDocumentPosition(element) & after ? "Tab" : "Shift+Tab";
    });
    if (!step) return;
    await keyboard.press(step);
  }
  throw new Error(`Tab never reaches ${control}`);
}

// Chromium only: in Debian's Firefox under automation the keys of a long walk end up in the browser's own controls.
test("the same node with the keyboard alone @chromium", async ({
  composer,
}) => {
  test.setTimeout(300_000);
  const { page } = composer;
  const { keyboard } = page;
  const go = async (control: Locator, ...keys: string[]) => {
    await expect(control).toBeVisible();
    await reach(control);
    for (const one of keys) await keyboard.press(one);
  };
  const section = async (title: string) => {
    await go(
      composer.sections.getByRole("button", { name: new RegExp(`^${title}`) }),
      "Enter",
    );
    await expect(page.getByRole("region", { name: title })).toBeVisible();
  };
  const radio = (name: string) => page.getByRole("radio", { name });

  await composer.open();
  await go(page.getByRole("button", { name: /^Empty node/ }), "Enter");
  await section("Target");
  await go(page.getByLabel("Platform", { exact: true }));
  await keyboard.type("Amazon");
  await expect(page.getByLabel("Platform", { exact: true })).toHaveValue("aws");
  await go(radio("x86-64"), "ArrowRight");
  await expect(radio("arm64")).toBeChecked();

  await section("Extensions");
  await keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await keyboard.type("kubeadm");
  await go(page.getByRole("button", { name: /^Add Kubernetes/ }), "Enter");
  const row = composer.extension("Kubernetes (kubeadm)");
  await go(row.getByRole("combobox", { name: "Version" }));
  await keyboard.type("v1.32.2");
  await keyboard.press("Enter");
  await expect(row.getByRole("combobox", { name: "Version" })).toHaveValue(
    "v1.32.2",
  );
  await go(row.getByRole("radio", { checked: true }));
  while (!(await row.getByRole("radio", { name: /^Patch/ }).isChecked())) {
    await keyboard.press("ArrowRight");
  }

  await section("Updates");
  const who = page.getByRole("radiogroup", { name: "Who reboots the node" });
  await go(who.getByRole("radio", { checked: true }));
  while (!(await who.getByRole("radio", { name: "kured" }).isChecked())) {
    await keyboard.press("ArrowRight");
  }

  await section("Users and keys");
  await go(
    page.getByRole("button", { name: "Add core and its keys" }),
    "Enter",
  );
  await go(page.getByRole("button", { name: "Add SSH key" }), "Enter");
  await go(page.getByRole("textbox", { name: "SSH key" }));
  await keyboard.type(key);

  await section("Identity");
  await go(page.getByLabel("Hostname", { exact: true }));
  await keyboard.type(hostname);

  await composer.settled();
  await keyboard.press("ControlOrMeta+Enter");
  const copied = await composer.paste();
  expectKubernetesNode(copied);
  expectValid(copied);
});
