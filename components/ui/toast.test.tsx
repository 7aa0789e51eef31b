// @vitest-environment happy-dom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, test, vi } from "vitest";
import { showToast, Toaster } from "./toast";

vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);

test("what an action has to say takes the place of the toast that offered it", () => {
  const place = document.createElement("div");
  const root = createRoot(place);
  act(() => root.render(<Toaster />));
  const run = () => showToast({ text: "There is nothing to undo." });
  act(() => showToast({ text: "Done.", action: { label: "Undo", run } }));
  act(() => place.querySelector("button")!.click());
  expect(place.textContent).toBe("There is nothing to undo.");
  act(() => place.querySelector("button")!.click());
  expect(place.textContent).toBe("");
  act(() => root.unmount());
});
