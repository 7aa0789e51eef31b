// @vitest-environment happy-dom
import { act, useState } from "react";
import { beforeEach, expect, test } from "vitest";
import { Combobox, filterGroups } from "./combobox";
import { drawing } from "./testing/drawing";

const groups = [
  { label: "1.33.x", options: ["v1.33.1", "v1.33.0"] },
  { label: "1.32.x", options: ["v1.32.2", "v1.32.1"] },
];
const page = drawing();
const seen = { value: "" };

beforeEach(() => {
  seen.value = "v1.32.2";
  page.render(<Version />);
});

function Version() {
  const [version, setVersion] = useState("v1.32.2");
  return (
    <Combobox
      value={version}
      onChange={(next) => {
        seen.value = next;
        setVersion(next);
      }}
      groups={groups}
      listLabel="Versions"
      unlisted="not in the catalogue"
    />
  );
}

const input = () => page.place.querySelector("input")!;
const options = () =>
  Array.from(page.place.querySelectorAll("[role=option]")).map(
    (one) => one.textContent,
  );
const press = (key: string) =>
  act(() => {
    input().dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
    );
  });
const type = (text: string) =>
  act(() => {
    // React listens to the setter of the element, so the value goes in past it.
    Object.getOwnPropertyDescriptor(
      HTMLInputElement.prototype,
      "value",
    )!.set!.call(input(), text);
    input().dispatchEvent(new Event("input", { bubbles: true }));
  });

test("everything is offered until something is typed", () => {
  press("ArrowDown");
  expect(options()).toEqual(["v1.33.1", "v1.33.0", "v1.32.2", "v1.32.1"]);
  expect(input().getAttribute("aria-expanded")).toBe("true");
});

test("arrow keys walk from the chosen version, Enter takes it", () => {
  press("ArrowDown");
  press("ArrowDown");
  press("Enter");
  expect(seen.value).toBe("v1.32.1");
  expect(input().getAttribute("aria-expanded")).toBe("false");
});

test("from what is typed, the walk goes to the first, or backwards over what was typed", () => {
  type("v1.3");
  press("ArrowDown");
  press("Enter");
  expect(seen.value).toBe("v1.33.1");
  type("v1.3");
  press("ArrowUp");
  press("ArrowUp");
  press("Enter");
  expect(seen.value).toBe("v1.32.1");
});

test("the walk goes on at the other end of the list", () => {
  press("ArrowDown");
  press("ArrowDown");
  press("ArrowDown");
  press("Enter");
  expect(seen.value).toBe("v1.33.1");
});

test("a version that is not listed can be typed", () => {
  type("v1.99.0");
  expect(options()).toEqual(["v1.99.0not in the catalogue"]);
  press("Enter");
  expect(seen.value).toBe("v1.99.0");
});

test("leaving the field keeps what was typed", () => {
  act(() => input().focus());
  type("v1.31.4");
  act(() => input().blur());
  expect(seen.value).toBe("v1.31.4");
});

test("Escape brings the version back", () => {
  type("v9");
  press("Escape");
  expect(seen.value).toBe("v1.32.2");
  expect(input().value).toBe("v1.32.2");
});

test("an emptied field changes nothing", () => {
  type("");
  act(() => input().blur());
  expect(seen.value).toBe("v1.32.2");
});

test("groups without a match are left out", () => {
  expect(filterGroups(groups, "32.1")).toEqual([
    { label: "1.32.x", options: ["v1.32.1"] },
  ]);
});
