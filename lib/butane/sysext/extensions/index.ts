import type { Extension } from "../extension";
import { docker } from "./docker";
import { kubernetes } from "./kubernetes";
import { tailscale } from "./tailscale";
import { wasmtime } from "./wasmtime";
import { zfs } from "./zfs";

/** Everything that can be chosen, in the order people see it. */
export const extensions: readonly Extension[] = [
  kubernetes,
  docker,
  tailscale,
  wasmtime,
  zfs,
];

const byId = new Map(extensions.map((each) => [each.id, each]));

/** The extension of that id; built-in ones are `builtin:docker` and `builtin:containerd`. */
export function extensionById(id: string): Extension | undefined {
  return byId.get(id);
}
