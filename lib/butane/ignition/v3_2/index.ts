import { filesystemWithFormats } from "../rules/filesystem";
import { requiredClevisCustom, luksWithClevisPointer } from "../rules/luks";
import { storageWithEmptyTargets } from "../rules/storage";
import { defineSpec } from "../spec";
import { rules as after, schemes } from "../v3_3";
import { structs } from "./structs";

export { schemes, structs };
export const rules = {
  ...after,
  ClevisCustom: requiredClevisCustom,
  Filesystem: filesystemWithFormats("ext4", "btrfs", "xfs", "swap", "vfat"),
  Luks: luksWithClevisPointer,
  Storage: storageWithEmptyTargets,
};

/** Ignition 3.2.0. */
export const v3_2 = defineSpec({ version: "3.2.0", schemes, structs, rules });
