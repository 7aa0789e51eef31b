// @vitest-environment happy-dom
import { act } from "react";
import { expect, test } from "vitest";
import { drawing } from "./testing/drawing";
import { showToast, Toaster } from "./toast";

const page = drawing();

test("what an action has to say takes the place of the toast that offered it", () => {
  page.render(<Toaster />);
  const { place } = page;
  const run = () => showToast({ text: "There is nothing to undo." });
  act(() => showToast({ text: "Done.", action: { label: "Undo", run } }));
  act(() => place.querySelector("button")!.click());
  expect(place.textContent).toBe("There is nothing to undo.");
  act(() => place.querySelector("button")!.click());
  expect(place.textContent).toBe("");
});
