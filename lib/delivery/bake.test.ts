import { expect, test } from "vitest";
import { parsePreset, type Preset } from "@/lib/preset";
import { bakeCommand } from "./bake";
import { oemExtensionOf, oemExtensions } from "./oem-extensions";
import { platforms } from "./platforms";

function presetOf(stored: object): Preset {
  const parsed = parsePreset({ kindling: 1, ...stored });
  if (!parsed.ok) throw new Error(parsed.error.sentence);
  return parsed.value;
}

const kubernetes = { id: "kubernetes", version: "v1.32.2" };

test("the command names every image of the bakery, the release and the vendor", () => {
  const bake = bakeCommand(
    presetOf({
      target: { platform: "aws", architecture: "arm64", release: "4593.2.5" },
      extensions: {
        chosen: [
          kubernetes,
          { id: "k3s", version: "v1.32.2+k3s1" },
          { id: "zfs" },
          { id: "mine", own: { url: "https://example.com/mine-1.raw" } },
        ],
      },
    }),
  );
  expect(bake).toEqual({
    command: `tools/bake_flatcar_image.sh --fetch --arch arm64 --release 4593.2.5 --vendor ami \\
  kubernetes:kubernetes-v1.32.2-arm64.raw \\
  k3s:k3s-v1.32.2+k3s1-arm64.raw`,
    left: ["zfs", "mine"],
  });
});

test.each([
  [{ channel: "beta" }, "--release beta "],
  [{ channel: "lts-2024" }, "--release 4081.3.10 "],
  [{ release: "$(rm -rf /)" }, "--release '$(rm -rf /)' "],
])("the release of %j", (target, expected) => {
  const preset = presetOf({
    target: { platform: "baremetal", ...target },
    extensions: { chosen: [kubernetes] },
  });
  expect(bakeCommand(preset)!.command).toContain(expected);
  expect(bakeCommand(preset)!.command).not.toContain("--vendor");
});

test("a version is a word and no command", () => {
  const preset = presetOf({
    extensions: { chosen: [{ id: "kubernetes", version: "1; reboot" }] },
  });
  expect(bakeCommand(preset)!.command).toContain(
    "'kubernetes:kubernetes-1; reboot-x86-64.raw'",
  );
});

test("without an image of the bakery there is nothing to bake", () => {
  expect(bakeCommand(presetOf({}))).toBeNull();
  expect(
    bakeCommand(presetOf({ extensions: { chosen: [{ id: "zfs" }] } })),
  ).toBeNull();
});

test("every vendor extension belongs to platforms there are", () => {
  const known = new Set(platforms.map(({ id }) => id));
  for (const { platforms: on } of oemExtensions)
    for (const id of on) expect(known).toContain(id);
  expect(oemExtensionOf("aws")?.id).toBe("ami");
  expect(oemExtensionOf("baremetal")).toBeUndefined();
});
