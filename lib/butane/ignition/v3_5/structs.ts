import { structs as before } from "../v3_4/structs";

/** Every struct of Ignition 3.5.0: what 3.4.0 has, and crypto cards for LUKS. */
export const structs = {
  ...before,
  Cex: { enabled: "*bool" },
  Luks: { cex: "Cex", ...before.Luks },
} as const;
