import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { examples } from "@/examples";
import { extensions, type Catalogue } from "@/lib/butane";
import { run, type Outcome } from "@/lib/pipeline";
import { parsePreset, type Preset } from "@/lib/preset";
import { minimalNode, soundPresets } from "@/lib/preset/testing";

/** A node to be tried, by a name that says where it comes from. */
export interface Node {
  readonly name: string;
  readonly preset: Preset;
}

export function catalogueIn(root: string): Catalogue {
  return JSON.parse(
    readFileSync(join(root, "public/catalogue.json"), "utf8"),
  ) as Catalogue;
}

/** A key that nobody has the other half of. */
export const key =
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBx3t0Zl7xPCCbEhsdJ2bP8wS6h6Kq0mJt1b0kDp2uYJ operator@example";

/** Every starting point, with a key for whoever it has a user for. */
export function exampleNodes(): Node[] {
  return examples.map(({ id, preset }) => {
    const node = presetOf(preset);
    const users = node.users.users.map((user) => ({ ...user, keys: [key] }));
    return {
      name: `example ${id}`,
      preset: { ...node, users: { ...node.users, users } },
    };
  });
}

/** Every extension on a node of its own, with what it needs beside it. */
export function extensionNodes(catalogue: Catalogue): Node[] {
  return extensions
    .filter(({ kind }) => kind !== "builtin")
    .map(({ id }) => ({
      name: `extension ${id}`,
      preset: minimalNode(id, catalogue),
    }));
}

/** The node that has something in every section. */
export function fullNode(root: string): Node {
  const file = "lib/preset/testdata/flatcar-1.0.0/every-section/preset.json";
  const stored: unknown = JSON.parse(readFileSync(join(root, file), "utf8"));
  return { name: "every section", preset: presetOf(stored) };
}

/** Nodes that nobody thought of. */
export function randomNodes(count: number, seed: number): Node[] {
  return fc
    .sample(soundPresets, { numRuns: count, seed })
    .map((stored, index) => ({
      name: `random ${index}`,
      preset: presetOf(stored),
    }));
}

/** A preset whose images come from `bakery`. */
export function mirrored(preset: Preset, bakery: string): Preset {
  return { ...preset, extensions: { ...preset.extensions, bakery } };
}

export function outcomeOf(preset: Preset, catalogue: Catalogue): Outcome {
  return run(preset, catalogue);
}

export function presetOf(stored: unknown): Preset {
  const parsed = parsePreset(stored);
  if (!parsed.ok) throw new Error(parsed.error.sentence);
  return parsed.value;
}
