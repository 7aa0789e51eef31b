import { flag, struct } from "../../struct/field";
import { extendStructs } from "../../struct/structs";
import { structs as v0_5 } from "../v0_5/schema";

/** Base spec 0.6, which becomes Ignition 3.5: crypto cards for encrypted devices. */
export const structs = extendStructs(v0_5, {
  Cex: {
    enabled: flag("Whether an IBM Crypto Express card keeps the key.", {
      absent: "`false`",
    }),
  },
  Luks: {
    cex: struct("Cex", "A crypto card that unlocks the device, on s390x."),
  },
});
