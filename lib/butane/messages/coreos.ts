import type { Messages } from "./message";

/** Fedora CoreOS' own rules: the disk it starts from, GRUB, partitions of its image. */
export const coreos: Messages = {
  "mirror-too-few": {
    says: "A mirror needs two disks or more; name another one, or take `mirror` away.",
  },
  "mirror-without-layout": {
    says: "Say with `layout` which architecture the mirror is for, such as `x86_64`.",
    why: "The partitions that the firmware looks for differ; with the wrong ones the node does not start.",
  },
  "mirror-unsupported": {
    says: "On s390x, the disk that the node starts from cannot be mirrored; take `mirror` away.",
  },
  "boot-layout-unknown": {
    says: "This layout is not known; use the node's architecture: `x86_64`, `aarch64`, `ppc64le`, or from spec 1.6.0 on `s390x-eckd`, `s390x-virt`, `s390x-zfcp`.",
  },
  "boot-luks-disk-missing": {
    says: "With this layout, `luks.device` has to name the disk that is encrypted.",
  },
  "boot-luks-disk-name": {
    says: "`luks.device` does not fit the layout: `s390x-eckd` has disks such as `/dev/dasda`, `s390x-zfcp` such as `/dev/sda`.",
  },
  "boot-luks-without-method": {
    says: "Something has to unlock the disk: add `tpm2: true`, a Tang server or `cex`.",
  },
  "cex-needs-mainframe": {
    says: "Crypto cards are found on s390x only; choose one of its layouts, or take `cex` away.",
  },
  "partition-number-reserved": {
    says: "The label belongs to a partition of the system image that has another number; correct the number or choose another label.",
    why: "The partition would be made a second time, and the system could take the wrong one.",
  },
  "partition-reuse-by-label": {
    says: "Give the partition its `number`, or set `wipe_table`: a label alone does not find one that is there.",
    why: "On the next installation, a second partition of that label could be made instead.",
  },
  "root-too-small": {
    says: "The root partition should have 8 GiB or more: `size_mib: 8192`.",
    why: "The system keeps two versions of itself during an update and runs out of room.",
  },
  "root-constrained": {
    says: "The root partition shall fill the disk, but another one is put behind it; give root a size, or the others a `start_mib`.",
    why: "It stays as small as it is in the image.",
  },
  "mount-point-forbidden": {
    says: "Only below `/etc` and `/var` can something be mounted with `with_mount_unit`.",
    why: "Everything else belongs to the system image.",
  },
  "grub-user-name": { says: "A user of GRUB needs a `name`." },
  "grub-user-password": {
    says: "A user of GRUB needs a `password_hash`, as `grub2-mkpasswd-pbkdf2` prints it.",
  },
};
