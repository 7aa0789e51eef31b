import { structs as after } from "../v3_1/structs";
import { without } from "../struct";

/** Every struct of Ignition 3.0.0: what 3.1.0 has without a proxy, and three structs where later is one resource. */
export const structs = {
  ...after,
  CaReference: { source: "string!", verification: "Verification" },
  ConfigReference: { source: "*string!", verification: "Verification" },
  File: { ...after.File, append: "[]FileContents", contents: "FileContents" },
  FileContents: without(after.Resource, "httpHeaders"),
  Filesystem: without(after.Filesystem, "mountOptions"),
  Ignition: without(after.Ignition, "proxy"),
  IgnitionConfig: { merge: "[]ConfigReference", replace: "ConfigReference" },
  Tls: { certificateAuthorities: "[]CaReference" },
} as const;
