import { structs as after } from "../v3_2/structs";
import { without } from "../struct";

/** Every struct of Ignition 3.1.0: what 3.2.0 has without LUKS, and without taking users and groups away. */
export const structs = {
  ...after,
  Partition: without(after.Partition, "resize"),
  PasswdGroup: without(after.PasswdGroup, "shouldExist"),
  PasswdUser: without(after.PasswdUser, "shouldExist"),
  Storage: without(after.Storage, "luks"),
} as const;
