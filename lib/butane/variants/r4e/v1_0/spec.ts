import { base } from "../../../base/v0_4";
import type { Spec } from "../../spec";

/**
 * RHEL for Edge 1.0.0 on base 0.4. Image Builder lays out the disks and the kernel's arguments before the first boot, so
 * a config cannot.
 */
export const r4e1_0 = Object.freeze({
  variant: "r4e",
  version: "1.0.0",
  base,
  forbidden: {
    kernelArguments: "kernel-arguments-unsupported",
    "storage.disks": "disks-unsupported",
    "storage.filesystems": "filesystems-unsupported",
    "storage.luks": "luks-unsupported",
    "storage.raid": "raid-unsupported",
  },
} as const satisfies Spec);
