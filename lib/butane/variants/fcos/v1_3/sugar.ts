import { flag, integer, list, struct, text } from "../../../struct/field";
import { validateBootDevice, validateMirror } from "../validate-boot-device";

/** `boot_device`: the disk that the system starts from, mirrored or encrypted. */
export const structs = {
  BootDevice: {
    layout: text("The node's architecture, which decides the partitions.", {
      choices: ["aarch64", "ppc64le", "x86_64"],
    }),
    luks: struct("BootDeviceLuks", "How the root filesystem is encrypted."),
    mirror: struct("BootDeviceMirror", "Disks that hold the same."),
  },
  BootDeviceLuks: {
    tang: list("Tang", "Tang servers that help to unlock."),
    threshold: integer("How many of the pieces are needed to unlock."),
    tpm2: flag("Whether the node's TPM helps to unlock."),
  },
  BootDeviceMirror: {
    devices: list("text", "Absolute paths of the disks, at least two."),
  },
  Config: {
    boot_device: struct(
      "BootDevice",
      "The disk that the system starts from, mirrored or encrypted.",
      { sugar: true },
    ),
  },
} as const;

export const rules = {
  BootDevice: validateBootDevice,
  BootDeviceMirror: validateMirror,
};
