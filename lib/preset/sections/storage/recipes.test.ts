import { expect, test } from "vitest";
import { transpile } from "@/lib/butane";
import { compose } from "../../compose";
import { emptyPreset } from "../../defaults";
import { read } from "../../read/read";
import { recipes } from "./recipes";
import { partitionTypes } from "./partition-types";
import type { StorageValue } from "./value";

const empty = emptyPreset();
const textOf = (storage: StorageValue) => compose({ ...empty, storage }).text;

test.each(recipes.map((recipe) => [recipe.label, recipe] as const))(
  "%s is a node that the spec has nothing against, and is read back",
  (_, { apply, id }) => {
    const storage = apply(empty.storage);
    const text = textOf(storage);
    expect(transpile(text).report).toEqual([]);
    const reading = read(text);
    if (!reading.ok) throw new Error("not readable");
    // A share has no address yet.
    if (id !== "nfs") expect(reading.value.preset.storage).toEqual(storage);
  },
);

test("taken twice, a recipe takes other disks, names and places", () => {
  for (const { apply, id } of recipes) {
    if (id.includes("root") || id === "oem") continue;
    const text = textOf(apply(apply(empty.storage)));
    expect(transpile(text).report).toEqual([]);
  }
});

test("every recipe together is still one node, but for its three ways to have a root", () => {
  const all = recipes
    .filter(({ id }) => !id.includes("root"))
    .reduce((value, { apply }) => apply(value), empty.storage);
  expect(transpile(textOf(all)).report).toEqual([]);
});

test("there is one root, whichever recipe came last", () => {
  const roots = recipes
    .filter(({ id }) => id.endsWith("-root"))
    .reduce((value, { apply }) => apply(value), empty.storage);
  expect(
    roots.filesystems.filter(({ label }) => label === "ROOT"),
  ).toHaveLength(1);
});

test("a root on RAID has the type that Flatcar looks for, and the old root another label", () => {
  const { disks, filesystems } = recipes
    .find(({ id }) => id === "root-mirror")!
    .apply(empty.storage);
  expect(disks.map(({ partitions }) => partitions[0]?.typeGuid)).toEqual([
    partitionTypes.rootRaid,
    partitionTypes.rootRaid,
  ]);
  expect(filesystems.map(({ device, label }) => [device, label])).toEqual([
    ["/dev/md/root_array", "ROOT"],
    ["/dev/disk/by-partlabel/ROOT", "unused"],
  ]);
});
