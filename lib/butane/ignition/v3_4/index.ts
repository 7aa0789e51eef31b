import { tangWithAdvertisement } from "../rules/luks";
import { defineSpec } from "../spec";
import { rules as before, schemes as schemesBefore } from "../v3_3";
import { structs } from "./structs";

export const schemes = [...schemesBefore, "arn"];
export const rules = { ...before, Tang: tangWithAdvertisement };

/** Ignition 3.4.0: S3 objects by ARN, Tang servers that are known beforehand, more to say about LUKS. */
export const v3_4 = defineSpec({ version: "3.4.0", schemes, structs, rules });
