import { structs as before } from "../v3_3/structs";

/** Every struct of Ignition 3.4.0: what 3.3.0 has, with three that grew. */
export const structs = {
  ...before,
  Ignition: { ...before.Ignition, version: "string!" },
  Luks: {
    clevis: "Clevis",
    device: "*string",
    discard: "*bool",
    keyFile: "Resource",
    label: "*string",
    name: "string!",
    openOptions: "[]string",
    options: "[]string",
    uuid: "*string",
    wipeVolume: "*bool",
  },
  Tang: { advertisement: "*string", thumbprint: "*string", url: "string" },
} as const;
