import { structs as after, node } from "../v3_3/structs";
import { without } from "../struct";

/** Every struct of Ignition 3.2.0: what 3.3.0 has without kernel arguments, and some values not yet optional. */
export const structs = {
  ...after,
  Clevis: { ...after.Clevis, custom: "*ClevisCustom" },
  ClevisCustom: { config: "string!", needsNetwork: "*bool", pin: "string!" },
  Config: without(after.Config, "kernelArguments"),
  Link: { ...node, hard: "*bool", target: "string!" },
  Luks: { ...after.Luks, clevis: "*Clevis" },
  Raid: { ...after.Raid, devices: "[]Device!", level: "string!" },
} as const;
