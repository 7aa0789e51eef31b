// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { formPage } from "@/components/sections/testing/form-page";
import { ResultView } from "./result-view";

const page = formPage();
const { draw, settled } = page;
const text = () => page.place.textContent;

const pointer = { target: { handOver: "pointer" } };

test("a pointer without an address has the file for it, and says what is missing", async () => {
  await draw(<ResultView tab="user-data" />, pointer);
  const { outcome } = await settled();
  expect(text()).toContain("there is none yet");
  expect(text()).toContain("Type the address");
  expect(text()).toContain("File for the address");
  expect(text()).toContain(outcome!.handOver!.upload!.hash);
  expect(text()).not.toContain("Copy the address");
});

test("a pointer without an address keeps nobody from the config itself", async () => {
  await draw(<ResultView tab="ignition" />, pointer);
  const { outcome } = await settled();
  expect(outcome!.ignition).toContain('"version"');
  expect(text()).toContain('"version"');
});
