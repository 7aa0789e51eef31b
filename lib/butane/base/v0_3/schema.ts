import {
  extendStructs,
  leaveOut,
  type StructValue,
} from "../../struct/structs";
import { structs as v0_4 } from "../v0_4/schema";

/** Base spec 0.3, which becomes Ignition 3.2: 0.4 without kernel arguments, and an empty `clevis` is not none. */
export const structs = extendStructs(
  leaveOut(v0_4, { Config: ["kernel_arguments"] }),
  {
    Clevis: { custom: { ...v0_4.Clevis.custom, pointer: true } },
    Luks: { clevis: { ...v0_4.Luks.clevis, pointer: true } },
  },
);

export type Filesystem = StructValue<typeof structs, "Filesystem">;
