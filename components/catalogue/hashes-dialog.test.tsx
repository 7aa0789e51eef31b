// @vitest-environment happy-dom
import { act } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { formPage } from "@/components/sections/testing/form-page";
import { catalogue } from "@/lib/checks/testing";
import { HashesDialog } from "./hashes-dialog";

const page = formPage(catalogue);
const { click } = page;
const close = vi.fn();
const hex = "c".repeat(64);
const list = `${hex}  docker-28.0.4-x86-64.raw\n`;

beforeEach(() => {
  close.mockClear();
});

async function draw(answer: () => Promise<Response>) {
  vi.stubGlobal("fetch", answer);
  const chosen = [{ id: "docker", version: "28.0.4" }];
  await page.draw(<HashesDialog onClose={close} />, { extensions: { chosen } });
}

const noNetwork = () => Promise.reject(new TypeError("no network"));

async function paste(text: string) {
  const area = page.place.querySelector("textarea")!;
  await act(async () => {
    Object.getOwnPropertyDescriptor(
      Object.getPrototypeOf(area) as object,
      "value",
    )!.set!.call(area, text);
    area.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

/** Waits for a text, drawing what has come meanwhile. */
async function shows(text: string) {
  for (let tries = 0; tries < 100; tries++) {
    if (page.place.textContent?.includes(text)) return;
    await act(() => new Promise((done) => setTimeout(done, 20)));
  }
  expect(page.place.textContent).toContain(text);
}

const hashNow = () => page.state().preset.extensions.chosen[0]!.hash;

test("a pasted list gives an image its hash", async () => {
  await draw(noNetwork);
  expect(page.place.textContent).toContain("not in this list");
  await paste(list);
  expect(page.place.textContent).toContain("1 file in this list.");
  await click("Take 1 hash");
  expect(hashNow()).toBe(`sha256-${hex}`);
  expect(close).toHaveBeenCalledOnce();
});

test("a page in place of a list is told, and nothing is taken", async () => {
  await draw(noNetwork);
  await paste("<html>not found</html>\n");
  expect(page.place.textContent).toContain("Line 1 is no hash with a name");
  const take = [...page.place.querySelectorAll("button")].find(
    ({ textContent }) => textContent?.startsWith("Take"),
  );
  expect(take?.disabled).toBe(true);
  expect(hashNow()).toBe("");
});

test("a fetched list gives it as well", async () => {
  await draw(async () => new Response(list));
  await click("Fetch");
  await shows("1 file in this list");
  await click("Take 1 hash");
  expect(hashNow()).toBe(`sha256-${hex}`);
});

test("a server that no page may read is told, with the other way", async () => {
  await draw(noNetwork);
  await click("Fetch");
  await shows("Its text can be pasted below.");
  expect(hashNow()).toBe("");
});
