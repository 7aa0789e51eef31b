import { expect, test } from "./fixtures";
import { expectKubernetesNode } from "./kubernetes-node";
import { kubernetesLink } from "./kubernetes-preset";

test("a link of at most 300 characters opens the same bytes elsewhere", async ({
  composer,
  stranger,
}) => {
  await composer.openNode(kubernetesLink);
  const bytes = await composer.userData();
  expectKubernetesNode(bytes);
  const link = composer.link();
  expect(link.length).toBeLessThanOrEqual(300);
  expect(link).toMatch(/^[\w.-]+$/);

  const other = await stranger();
  await other.open(link);
  await expect(other.sections).toBeVisible();
  expect(await other.userData()).toBe(bytes);
});

test("a link whose last character was cut off is explained, and the draft stays", async ({
  composer,
}) => {
  await composer.openNode(kubernetesLink);
  const bytes = await composer.userData();
  const link = composer.link();

  await composer.page.goto("about:blank");
  await composer.open(link.slice(0, -1));
  await expect(composer.page.getByText(/^This link is damaged/)).toBeVisible();
  await expect(composer.sections).toBeVisible();
  expect(await composer.userData()).toBe(bytes);
});

test("a cut link in a fresh browser opens nothing in its place", async ({
  composer,
  stranger,
}) => {
  await composer.openNode(kubernetesLink);
  const other = await stranger();
  await other.open(composer.link().slice(0, -1));
  await expect(other.page.getByText(/^This link is damaged/)).toBeVisible();
  await expect(other.sections).toBeHidden();
});

test("a link asks before it replaces the node that is open", async ({
  composer,
  stranger,
}) => {
  await composer.openNode(kubernetesLink);
  const link = composer.link();
  const other = await stranger();
  await other.openEmpty();
  await other.section("Identity");
  await other.type(other.page.getByLabel("Hostname", { exact: true }), "mine");
  await other.settled();
  await other.page.goto("about:blank");
  await other.open(link);
  const question = other.page.getByRole("dialog");
  await expect(question).toBeVisible();
  await other.page.keyboard.press("Escape");
  await other.section("Identity");
  await expect(other.page.getByLabel("Hostname", { exact: true })).toHaveValue(
    "mine",
  );
});
