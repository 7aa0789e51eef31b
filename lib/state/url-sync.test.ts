// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Outcome } from "@/lib/pipeline";
import { emptyPreset, type Preset } from "@/lib/preset";
import { encodeShare } from "@/lib/share/codec";
import { createComposerStore, type ComposerStore } from "./composer-store";
import { followAddress, tellMissing } from "./url-sync";
import { useView } from "./view-store";

const catalogue = { date: "2026-07-16", bakery: "", releases: {} };
const named = (name: string): Preset => ({ ...emptyPreset(), name });
const linkOf = (preset: Preset) => encodeShare(preset).link;

let store: ComposerStore;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  history.replaceState(null, "", "/");
  useView.setState({ proposal: null, notice: null, link: "" });
  store = createComposerStore({
    catalogue,
    load: () =>
      Promise.resolve({
        run: () => ({ butane: "", problems: [] }) as unknown as Outcome,
        readText: (_, preset) => ({ ok: true, preset }),
        settlePreset: (_, after) => after,
      }),
  });
  store.getState().replace(named("draft"), "draft");
  stop = followAddress(store);
  vi.advanceTimersByTime(400);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

/** What the browser does when a person puts another fragment into the address bar. */
function paste(fragment: string) {
  history.replaceState(null, "", `/#${fragment}`);
  window.dispatchEvent(new HashChangeEvent("hashchange"));
}
const inAddress = () => location.hash.slice(1);

test("the address is the link of the node, some time after the last key", () => {
  expect(inAddress()).toBe(linkOf(named("draft")));
  store.getState().setName("n");
  vi.advanceTimersByTime(200);
  store.getState().setName("no");
  vi.advanceTimersByTime(200);
  expect(inAddress()).toBe(linkOf(named("draft")));
  vi.advanceTimersByTime(100);
  expect(inAddress()).toBe(linkOf(named("no")));
  expect(useView.getState().link).toBe(linkOf(named("no")));
});

test("a link pasted over an open node asks, and the address stays the node's", () => {
  paste(linkOf(named("other")));
  expect(useView.getState().proposal?.preset.name).toBe("other");
  expect(store.getState().preset.name).toBe("draft");
  expect(inAddress()).toBe(linkOf(named("draft")));
});

test("the node's own link asks nothing", () => {
  paste(linkOf(named("draft")));
  expect(useView.getState().proposal).toBeNull();
});

test.each([
  [
    "cut off",
    linkOf(named("a name that is long enough")).slice(0, -1),
    "damaged",
  ],
  ["made by a later version", "p9.AAAAAAAAAAAA", "newer"],
  ["no link at all", "section-2", "kind"],
])("a link that is %s is explained and the node stays", (_, fragment, word) => {
  paste(fragment);
  expect(useView.getState().notice?.text).toContain(word);
  expect(useView.getState().notice?.text).toContain("your draft is as it was");
  expect(useView.getState().proposal).toBeNull();
  expect(store.getState().preset.name).toBe("draft");
  expect(inAddress()).toBe(linkOf(named("draft")));
});

test("on the first screen the address is empty, and a link opens at once", () => {
  store.getState().leave();
  vi.advanceTimersByTime(400);
  expect(location.hash).toBe("");
  paste(linkOf(named("other")));
  expect(store.getState().preset.name).toBe("other");
  expect(store.getState().open).toBe(true);
});

test("secrets that a link could not bring along are asked for", () => {
  store.getState().leave();
  const users = {
    users: [{ name: "core", keys: [], passwordHash: "$6$x$y", groups: [] }],
  };
  paste(linkOf({ ...named("other"), users }));
  expect(useView.getState().notice?.text).toContain("Users and keys");
  expect(useView.getState().section).toBe("users");
});

test("a step back in the tab's history changes nothing about the node", () => {
  const before = linkOf(named("draft"));
  store.getState().setName("later");
  vi.advanceTimersByTime(400);
  history.replaceState({ router: true }, "", `/#${before}`);
  window.dispatchEvent(
    new PopStateEvent("popstate", { state: { router: true } }),
  );
  window.dispatchEvent(new HashChangeEvent("hashchange"));
  expect(useView.getState().proposal).toBeNull();
  expect(inAddress()).toBe(linkOf(named("later")));
});

test("secrets that a link left out are asked for by the names of their sections", () => {
  const preset = emptyPreset();
  tellMissing({ preset, leftOut: [["users", "users", 0, "passwordHash"]] });
  expect(useView.getState()).toMatchObject({
    section: "users",
    notice: {
      text: "A secret is not in the link. Fill it in under Users and keys.",
      stays: true,
    },
  });
  const chosen = [{ id: "tailscale", version: "1", params: {} }];
  tellMissing({
    preset: {
      ...preset,
      extensions: { ...preset.extensions, chosen },
    } as unknown as Preset,
    leftOut: [
      ["extensions", "chosen", 0, "params", "authKey"],
      ["extensions", "chosen", 0, "params", "other"],
      ["network", "proxy", "password"],
    ],
  });
  expect(useView.getState().notice?.text).toBe(
    "3 secrets are not in the link. Fill them in under Tailscale, Network.",
  );
});
