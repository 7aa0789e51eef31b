import { expect, test } from "vitest";
import type { Catalogue } from "@/lib/butane";
import { emptyPreset, type Preset } from "@/lib/preset";
import {
  containerRuntimeOf,
  withBuiltIn,
  withContainerRuntime,
  type ContainerRuntime,
} from "./container-runtime";

const catalogue: Catalogue = {
  date: "2026-07-16",
  bakery: "https://extensions.flatcar.org/extensions/",
  releases: {
    docker: [{ version: "29.6.2" }],
    containerd: [{ version: "2.3.3" }],
    crio: [{ version: "v1.36.2" }],
    wasmtime: [{ version: "v47.0.2" }],
  },
};

function moved(preset: Preset, runtime: ContainerRuntime): Preset {
  const extensions = withContainerRuntime(preset, runtime, catalogue);
  return { ...preset, extensions };
}

const all: ContainerRuntime[] = [
  "builtin",
  "docker",
  "containerd",
  "crio",
  "none",
];

test("a bare node runs containers with what Flatcar has", () => {
  expect(containerRuntimeOf(emptyPreset().extensions)).toBe("builtin");
});

test.each(all.flatMap((one) => all.map((other) => [one, other] as const)))(
  "from %s to %s there is one runtime, and its rivals are off",
  (one, other) => {
    const { extensions } = moved(moved(emptyPreset(), one), other);
    expect(containerRuntimeOf(extensions)).toBe(other);
    expect(extensions.builtinOff).toEqual(
      other === "builtin" ? [] : ["docker", "containerd"],
    );
    expect(extensions.chosen).toHaveLength(
      other === "builtin" || other === "none" ? 0 : 1,
    );
  },
);

test("what else is chosen stays, and so does a runtime that was set up", () => {
  const docker = moved(emptyPreset(), "docker");
  const [chosen] = docker.extensions.chosen;
  const setUp = { ...chosen!, params: { startAtBoot: true } };
  const own = {
    ...chosen!,
    id: "crio",
    own: { url: "https://h/crio-1.raw", updatesFrom: "" },
  };
  const preset = {
    ...docker,
    extensions: { ...docker.extensions, chosen: [setUp, own] },
  };
  expect(moved(preset, "docker").extensions.chosen).toEqual([setUp, own]);
  expect(moved(preset, "none").extensions.chosen).toEqual([own]);
});

test.each([
  ["containerd", false, [], ["containerd", "docker"]],
  ["docker", false, [], ["docker"]],
  ["docker", true, ["docker", "containerd"], []],
  ["containerd", true, ["docker", "containerd"], ["docker"]],
] as const)("%s on: %s, of %j off, leaves %j off", (name, on, off, left) => {
  const { extensions } = emptyPreset();
  const after = withBuiltIn({ ...extensions, builtinOff: [...off] }, name, on);
  expect(after.builtinOff).toEqual(left);
});
