import type { Messages } from "./message";

/** What a variant does not support although Ignition would. */
export const variants: Messages = {
  "kernel-arguments-unsupported": {
    says: "A config cannot change kernel arguments on this system; give them to Image Builder.",
  },
  "disks-unsupported": {
    says: "A config cannot partition disks on this system; give the layout to Image Builder.",
    why: "The image is installed with its partitions before Ignition runs.",
  },
  "filesystems-unsupported": {
    says: "A config cannot make filesystems on this system; give them to Image Builder.",
    why: "The image is installed with its filesystems before Ignition runs.",
  },
  "luks-unsupported": {
    says: "A config cannot encrypt devices on this system; let Image Builder do it.",
    why: "The image is installed with its encryption before Ignition runs.",
  },
  "raid-unsupported": {
    says: "A config cannot set up software RAID on this system.",
  },
};
