import {
  authority,
  reference,
  resource,
  verificationBySha512,
} from "../rules/resource";
import { defineSpec } from "../spec";
import { rules as after, schemes } from "../v3_1";
import { structs } from "./structs";

const { IgnitionConfig: _config, Tls: _tls, ...kept } = after;
const rules = {
  ...kept,
  CaReference: authority,
  ConfigReference: reference,
  FileContents: resource,
  Verification: verificationBySha512,
};

/** Ignition 3.0.0. */
export const v3_0 = defineSpec({ version: "3.0.0", schemes, structs, rules });
