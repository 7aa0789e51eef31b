import { act, type ReactNode } from "react";
import { afterEach, beforeEach, vi } from "vitest";
import { drawing } from "@/components/ui/testing/drawing";
import type { Catalogue } from "@/lib/butane";
import { parsePreset, type Preset } from "@/lib/preset";
import type { ComposerState } from "@/lib/state/composer-state";
import type { ComposerStore } from "@/lib/state/composer-store";
import { ComposerProvider, useComposerStore } from "@/lib/state/provider";

const nothingReleased: Catalogue = {
  date: "2026-07-16",
  bakery: "",
  releases: {},
};

/** A page with one form of the composer, for the tests of a file. */
export interface FormPage {
  readonly place: HTMLElement;
  readonly state: () => ComposerState;
  /** Draws a form for a stored preset; drawn again, the node is replaced. */
  readonly draw: (form: ReactNode, stored?: object) => Promise<void>;
  /** Fills in the control of a label. */
  readonly type: (label: string, text: string) => Promise<void>;
  /** Clicks the button or label whose name begins so, the one of just that name first. */
  readonly click: (name: string) => Promise<void>;
  /** Opens everything that is closed. */
  readonly openAll: () => Promise<void>;
  /** The state once everything follows from what was typed. */
  readonly settled: () => Promise<ComposerState>;
}

/** The page of a test; `catalogue` is what has been released. */
export function formPage(catalogue = nothingReleased): FormPage {
  let store: ComposerStore;

  beforeEach(() => {
    // There is no server to ask for a fresher catalogue.
    vi.stubGlobal("fetch", async () => Promise.reject(new Error("no server")));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });
  const page = drawing();

  function Keep({ children }: { children: ReactNode }) {
    // Only for the test to look at what the form changed.
    store = useComposerStore();
    return children;
  }

  return {
    get place() {
      return page.place;
    },
    state: () => store.getState(),
    draw: async (form, stored = {}) => {
      await page.draw(
        <ComposerProvider catalogue={catalogue}>
          <Keep>{form}</Keep>
        </ComposerProvider>,
      );
      await act(async () => store.getState().adopt(presetOf(stored)));
    },
    type: async (label, text) => {
      const control = labelled(page.place, label);
      const isList = control.tagName === "SELECT";
      await act(async () => {
        const prototype = Object.getPrototypeOf(control) as object;
        // The setter of the element's own class: React overrides the one on the element.
        Object.getOwnPropertyDescriptor(prototype, "value")!.set!.call(
          control,
          text,
        );
        control.dispatchEvent(
          new Event(isList ? "change" : "input", { bubbles: true }),
        );
      });
    },
    click: async (name) => {
      const found = button(page.place, name);
      await act(async () => found.click());
    },
    openAll: async () => {
      for (const one of page.place.querySelectorAll<HTMLElement>(
        "[aria-expanded=false]",
      ))
        if (!one.getAttribute("aria-haspopup"))
          await act(async () => one.click());
    },
    settled: () =>
      act(() =>
        vi.waitUntil(
          () => {
            const state = store.getState();
            return state.settled && state.outcome !== null ? state : undefined;
          },
          { timeout: 20_000 },
        ),
      ) as Promise<ComposerState>,
  };
}

function presetOf(stored: object): Preset {
  const parsed = parsePreset({ kindling: 1, ...stored });
  if (!parsed.ok) throw new Error(parsed.error.sentence);
  return parsed.value;
}

function labelled(place: HTMLElement, label: string): HTMLInputElement {
  const labels = [...place.querySelectorAll("label")];
  const found = labels.find(({ textContent }) => textContent?.trim() === label);
  const control = found
    ? document.getElementById(found.htmlFor)
    : [...place.querySelectorAll("input")].find(
        (one) => one.getAttribute("aria-label") === label,
      );
  if (!control) throw new Error(`no field ${label}`);
  return control as HTMLInputElement;
}

function button(place: HTMLElement, name: string): HTMLElement {
  const all = [...place.querySelectorAll<HTMLElement>("button, label")];
  const nameOf = (one: HTMLElement) =>
    (one.getAttribute("aria-label") ?? one.textContent ?? "").trim();
  const found =
    all.find((one) => nameOf(one) === name) ??
    all.find((one) => nameOf(one).startsWith(name));
  if (!found) throw new Error(`no button ${name}`);
  return found;
}
