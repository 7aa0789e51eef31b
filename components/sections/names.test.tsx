// @vitest-environment happy-dom
import { expect, test } from "vitest";
import everything from "@/lib/preset/testdata/flatcar-1.0.0/every-section/preset.json";
import { AdvancedForm } from "./advanced-form";
import { ContainersForm } from "./containers-form";
import { FilesForm } from "./files-form";
import { IdentityForm } from "./identity-form";
import { IgnitionForm } from "./ignition-form";
import { KernelForm } from "./kernel-form";
import { LayersForm } from "./layers-form";
import { NetworkForm } from "./network-form";
import { OsUpdatesForm } from "./os-updates-form";
import { StorageForm } from "./storage-form";
import { formPage } from "./testing/form-page";
import { UnitsForm } from "./units-form";
import { UsersForm } from "./users-form";

const page = formPage();

/** What somebody hears on the way to a control: the groups around it, then its own name. */
function heard(control: Element): string {
  const own =
    control.getAttribute("aria-label") ??
    (control as HTMLInputElement).labels?.[0]?.textContent ??
    control.textContent ??
    "";
  const groups: string[] = [];
  for (let at = control.parentElement; at; at = at.parentElement) {
    const by = at.getAttribute("aria-labelledby");
    const name =
      at.getAttribute("aria-label") ??
      (by ? (document.getElementById(by)?.textContent ?? "") : undefined);
    if (name !== undefined) groups.unshift(name);
  }
  return [...groups, own.trim()].join(" / ");
}

test.each([
  ["advanced", AdvancedForm],
  ["containers", ContainersForm],
  ["files", FilesForm],
  ["identity", IdentityForm],
  ["ignition", IgnitionForm],
  ["kernel", KernelForm],
  ["layers", LayersForm],
  ["network", NetworkForm],
  ["osUpdates", OsUpdatesForm],
  ["storage", StorageForm],
  ["units", UnitsForm],
  ["users", UsersForm],
])("no two controls of a full %s form sound the same", async (_, Form) => {
  await page.draw(<Form />, everything);
  // What was closed may hold more that is closed.
  for (let round = 0; round < 3; round++) await page.openAll();
  const names = [
    ...page.place.querySelectorAll(
      "input:not([type=file]), select, textarea, button:not([aria-pressed])",
    ),
  ].map(heard);
  expect(names.length).toBeGreaterThan(3);
  expect(names.filter((name) => name.endsWith(" / "))).toEqual([]);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
