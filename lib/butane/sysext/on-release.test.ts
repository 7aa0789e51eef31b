import { expect, test } from "vitest";
import { extensionById, extensions } from "./extensions";
import { onRelease } from "./on-release";
import type { OsRelease } from "./os-release";

const stable: OsRelease = [4593, 2, 5];
const beta: OsRelease = [4757, 1, 0];
const said = (id: string, release: OsRelease) =>
  onRelease(extensionById(id)!, release).join(" ");

test("before 4628 it is said what starts a unit and creates its user", () => {
  expect(said("haproxy", stable)).toContain("a link starts its unit");
  expect(said("haproxy", stable)).toContain("extension-settings.service");
  expect(said("bird", stable)).not.toContain("extension-settings.service");
});

test("from 4628 on nothing of that is needed", () => {
  expect(said("haproxy", beta)).toContain("need no help");
});

test("Flatcar's own say since when they are there, and when they are not", () => {
  expect(said("overlaybd", stable)).toBe(
    "Comes with Flatcar 4426.0.0 and later.",
  );
  expect(said("overlaybd", [4081, 3, 10])).toContain("4081.3.10 does not");
});

test("commands without services have nothing to say", () => {
  expect(said("btop", stable)).toBe("");
  for (const extension of extensions)
    for (const sentence of onRelease(extension, stable))
      expect(sentence).toMatch(/^[A-Z].*\.$/);
});
