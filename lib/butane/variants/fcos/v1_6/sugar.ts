import type { structs as base } from "../../../base/v0_6/schema";
import { struct, text } from "../../../struct/field";
import {
  extendStructs,
  type Extended,
  type StructValue,
} from "../../../struct/structs";
import { rules as before, structs as v1_5 } from "../v1_5/sugar";
import { validateAnyBootDevice } from "../validate-boot-device";
import { validateDocument } from "../validate-document";

/** Disks of the mainframe, and its crypto cards. */
export const structs = extendStructs(v1_5, {
  BootDevice: {
    layout: text(v1_5.BootDevice.layout.doc, {
      choices: [
        "aarch64",
        "ppc64le",
        "s390x-eckd",
        "s390x-virt",
        "s390x-zfcp",
        "x86_64",
      ],
    }),
  },
  BootDeviceLuks: {
    cex: struct("Cex", "A crypto card that unlocks the device, on s390x."),
    device: text(
      "The disk that is encrypted, where it has no name of its own: s390x-eckd and s390x-zfcp.",
    ),
  },
});

export const rules = {
  ...before,
  BootDevice: validateAnyBootDevice,
  Config: validateDocument,
};

type All = Extended<typeof base, typeof structs>;
export type Config = StructValue<All, "Config">;
export type BootDevice = StructValue<All, "BootDevice">;
export type BootDeviceLuks = StructValue<All, "BootDeviceLuks">;
export type BootDeviceMirror = StructValue<All, "BootDeviceMirror">;
export type GrubUser = StructValue<All, "GrubUser">;
