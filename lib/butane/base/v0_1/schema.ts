import { list, struct } from "../../struct/field";
import {
  extendStructs,
  leaveOut,
  type StructValue,
} from "../../struct/structs";
import { structs as v0_2 } from "../v0_2/schema";

const { compression, inline, source, verification } = v0_2.Resource;

/** Base spec 0.1, which becomes Ignition 3.0: 0.2 without local files, proxy and mount units; only files have `inline`. */
export const structs = leaveOut(
  extendStructs(v0_2, {
    CaReference: { source, verification },
    ConfigReference: { source, verification },
    File: {
      append: list("FileContents", v0_2.File.append.doc),
      contents: struct("FileContents", v0_2.File.contents.doc),
    },
    FileContents: { compression, inline, source, verification },
    IgnitionConfig: {
      merge: list("ConfigReference", v0_2.IgnitionConfig.merge.doc),
      replace: struct("ConfigReference", v0_2.IgnitionConfig.replace.doc),
    },
    Tls: {
      certificate_authorities: list(
        "CaReference",
        v0_2.Tls.certificate_authorities.doc,
      ),
    },
  }),
  {
    Filesystem: ["mount_options", "with_mount_unit"],
    Ignition: ["proxy"],
    Storage: ["trees"],
  },
);

export type FileContents = StructValue<typeof structs, "FileContents">;
