import { tangWithAdvertisement } from "../rules/luks";
import { defineSpec } from "../spec";
import { rules, schemes } from "../v3_3";
import { structs } from "./structs";

/** Ignition 3.4.0: S3 objects by ARN, Tang servers that are known beforehand, more to say about LUKS. */
export const v3_4 = defineSpec({
  version: "3.4.0",
  schemes: [...schemes, "arn"],
  structs,
  rules: { ...rules, Tang: tangWithAdvertisement },
});
