import { leaveOut } from "../../struct/structs";
import { structs as v0_3 } from "../v0_3/schema";

/** Base spec 0.2, which becomes Ignition 3.1: 0.3 without LUKS, and nobody is taken away. */
export const structs = leaveOut(v0_3, {
  Partition: ["resize"],
  PasswdGroup: ["should_exist"],
  PasswdUser: ["should_exist"],
  Storage: ["luks"],
});
