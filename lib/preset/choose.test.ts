import { expect, test } from "vitest";
import type { Catalogue } from "@/lib/butane";
import { chooseExtension, withArchitecture, withVersion } from "./choose";
import { emptyPreset } from "./defaults";

const hash = (digit: string) => `sha256-${digit.repeat(64)}`;

const catalogue: Catalogue = {
  date: "2026-07-16",
  bakery: "https://extensions.flatcar.org/extensions/",
  releases: {
    kubernetes: [
      { version: "v1.36.2", hashes: { "x86-64": hash("a"), arm64: hash("b") } },
      { version: "v1.32.2", hashes: { arm64: hash("c") } },
    ],
  },
};

test("an extension is added at its newest version, with its hash and its own habits", () => {
  expect(chooseExtension("kubernetes", catalogue, emptyPreset())).toEqual({
    id: "kubernetes",
    version: "v1.36.2",
    hash: hash("a"),
    updates: "patch",
    activation: "reboot",
    keep: 3,
    params: {},
  });
});

test("what follows the OS has no version", () => {
  expect(chooseExtension("zfs", catalogue, emptyPreset())).toMatchObject({
    version: "",
    hash: "",
    updates: "none",
  });
});

test("one that is in no catalogue waits for its version", () => {
  expect(chooseExtension("docker", catalogue, emptyPreset())).toMatchObject({
    version: "",
    hash: "",
  });
});

test("a very large image is kept twice instead of three times", () => {
  expect(chooseExtension("ollama", catalogue, emptyPreset()).keep).toBe(2);
});

test("the hash follows version and architecture, and goes where it is not known", () => {
  const chosen = chooseExtension("kubernetes", catalogue, emptyPreset());
  expect(withVersion(chosen, "v1.32.2", catalogue, "arm64").hash).toBe(
    hash("c"),
  );
  expect(withVersion(chosen, "v1.32.2", catalogue, "x86-64").hash).toBe("");
  const own = {
    ...chosen,
    id: "tool",
    own: { url: "https://example.com/tool-1.raw", updatesFrom: "" },
  };
  const preset = {
    ...emptyPreset(),
    extensions: { ...emptyPreset().extensions, chosen: [chosen, own] },
  };
  const moved = withArchitecture(preset, "arm64", catalogue);
  expect(moved.target.architecture).toBe("arm64");
  expect(moved.extensions.chosen.map((one) => one.hash)).toEqual([
    hash("b"),
    hash("a"),
  ]);
});
