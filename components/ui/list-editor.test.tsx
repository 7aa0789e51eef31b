// @vitest-environment happy-dom
import { act, useState } from "react";
import { expect, test } from "vitest";
import { ListEditor } from "./list-editor";
import { TextInput } from "./inputs";
import { drawing } from "./testing/drawing";

const page = drawing();
let items: readonly string[];
const onSeen = (next: readonly string[]) => {
  items = next;
};

function Keys({ initial }: { initial: readonly string[] }) {
  const [value, setValue] = useState(initial);
  const change = (next: readonly string[]) => {
    onSeen(next);
    setValue(next);
  };
  return (
    <ListEditor
      items={value}
      onChange={change}
      make={() => ""}
      addLabel="Add key"
      name={(_, index) => `key ${index + 1}`}
      render={(item, index) => (
        <TextInput
          aria-label={`Key ${index + 1}`}
          value={item}
          onChange={(text) =>
            change(value.map((one, at) => (at === index ? text : one)))
          }
        />
      )}
    />
  );
}

const draw = (initial: readonly string[]) =>
  page.render(<Keys initial={initial} />);
const button = (name: string) =>
  Array.from(page.place.querySelectorAll("button")).find(
    (one) => (one.getAttribute("aria-label") ?? one.textContent) === name,
  )!;
const press = (element: Element, key: string) =>
  act(() => {
    element.dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
    );
  });
const click = (name: string) => act(() => button(name).click());

test("a new item stands at the end", () => {
  draw(["a", "b"]);
  click("Add key");
  expect(items).toEqual(["a", "b", ""]);
});

test("the arrow keys on a grip move the item, and its field keeps the focus", () => {
  draw(["a", "b", "c"]);
  const grip = button("Move key 1");
  grip.focus();
  press(grip, "ArrowDown");
  expect(items).toEqual(["b", "a", "c"]);
  expect(document.activeElement).toBe(grip);
  expect(grip.getAttribute("aria-label")).toBe("Move key 2");
  press(grip, "ArrowUp");
  expect(items).toEqual(["a", "b", "c"]);
  press(grip, "ArrowUp");
  expect(items).toEqual(["a", "b", "c"]);
});

test("an item that goes while it is dragged is moved nowhere", () => {
  draw(["a", "b", "c"]);
  const drag = (type: string, on: Element) =>
    act(() => {
      const event = new Event(type, { bubbles: true, cancelable: true });
      on.dispatchEvent(Object.assign(event, { dataTransfer: {} }));
    });
  drag("dragstart", button("Move key 3"));
  click("Remove key 3");
  drag("dragover", page.place.querySelector("li")!);
  expect(items).toEqual(["a", "b"]);
  drag("dragstart", button("Move key 2"));
  drag("dragover", page.place.querySelector("li")!);
  expect(items).toEqual(["b", "a"]);
});

test("what is removed can be put back in its place", () => {
  draw(["a", "b", "c"]);
  click("Remove key 2");
  expect(items).toEqual(["a", "c"]);
  expect(page.place.textContent).toContain("Removed key 2.");
  click("Undo");
  expect(items).toEqual(["a", "b", "c"]);
  expect(page.place.textContent).not.toContain("Removed");
});

test("moving something else settles a removal", () => {
  draw(["a", "b", "c"]);
  click("Remove key 3");
  press(button("Move key 1"), "ArrowDown");
  expect(items).toEqual(["b", "a"]);
  expect(page.place.textContent).not.toContain("Removed");
});
