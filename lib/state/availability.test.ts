import { expect, test } from "vitest";
import { extensionById, type Extension } from "@/lib/butane";
import { emptyPreset, type Preset } from "@/lib/preset";
import { addExtension } from "./add-extension";
import { obstacleFor } from "./availability";

const catalogue = { date: "2026-07-16", bakery: "", releases: {} };
const extension = (id: string): Extension => extensionById(id)!;

function nodeWith(...ids: string[]): Preset {
  return ids.reduce<Preset>(
    (preset, id) => ({
      ...preset,
      extensions: addExtension(id, preset, catalogue),
    }),
    emptyPreset(),
  );
}
const on = (target: Partial<Preset["target"]>): Preset => ({
  ...emptyPreset(),
  target: { ...emptyPreset().target, ...target },
});

test.each([
  ["nothing in the way", "tailscale", nodeWith(), null],
  ["there already", "tailscale", nodeWith("tailscale"), "chosen"],
  ["it refuses the other", "kubernetes", nodeWith("k3s"), "conflicts"],
  ["a built-in one is switched off with it", "docker", nodeWith(), null],
  [
    "comes with a later release",
    "podman",
    on({ release: "3815.2.5" }),
    "too new",
  ],
  [
    "comes with a later channel",
    "podman",
    on({ channel: "lts-2023" }),
    "too new",
  ],
  ["the exact release has it", "podman", on({ release: "4593.2.5" }), null],
])("%s: %s", (_, id, preset, word) => {
  expect(obstacleFor(extension(id), preset)?.word ?? null).toBe(word);
});

test("adding an extension switches off the built-in one it replaces", () => {
  expect(nodeWith("docker").extensions.builtinOff).toContain("docker");
});
