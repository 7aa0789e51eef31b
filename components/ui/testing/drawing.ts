import { act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach } from "vitest";

/** Where the tests of a file draw: a place in the document, fresh for each of them. */
export interface Drawing {
  readonly place: HTMLElement;
  /** Draws what is there at once. */
  readonly render: (node: ReactNode) => void;
  /** Draws, and lets what was begun by it come to rest. */
  readonly draw: (node: ReactNode) => Promise<void>;
}

export function drawing(): Drawing {
  let root: Root;
  let place: HTMLElement;

  beforeEach(() => {
    (
      globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }
    ).IS_REACT_ACT_ENVIRONMENT = true;
    place = document.createElement("div");
    document.body.append(place);
    root = createRoot(place);
  });
  afterEach(() => {
    act(() => root.unmount());
    place.remove();
  });

  return {
    get place() {
      return place;
    },
    render: (node) => act(() => root.render(node)),
    draw: (node) => act(async () => root.render(node)),
  };
}
