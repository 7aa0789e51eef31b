import type { Messages } from "./message";

/** Ignition's rules about disks, filesystems, files and links. */
export const storage: Messages = {
  "path-missing": { says: "A path is needed here." },
  "path-relative": { says: "The path has to be absolute: begin it with `/`." },
  "path-unclean": {
    says: "Write the path in its shortest form: no `//`, `.` or `..`, and no `/` at its end.",
  },
  "path-of-unit": {
    says: "A unit or drop-in of this document is written to the same path; keep one of the two.",
  },
  "mode-invalid": { says: "A mode lies between 0 and 07777." },
  "mode-special-bits": {
    says: "Ignition of this version drops the setuid, setgid and sticky bits of a mode.",
    why: "The file will be there without them; set them in a unit if they are needed.",
  },
  "owner-twice": {
    says: "An owner is given by `id` or by `name`; take one of them away.",
  },
  "overwrite-without-source": {
    says: "`overwrite` needs contents that take the place of what is there.",
    why: "An existing file would be replaced by an empty one.",
  },
  "file-below-link": {
    says: "The file lies below the link `{link}`; name the path that the link leads to.",
  },
  "directory-below-link": {
    says: "The directory lies below the link `{link}`; name the path that the link leads to.",
  },
  "link-below-link": {
    says: "The link lies below the link `{link}`; name the path that the link leads to.",
  },
  "link-target-missing": { says: "A link needs a `target`." },
  "hard-link-to-directory": {
    says: "A hard link cannot lead to a directory; make it a symbolic one.",
  },
  "hard-link-owner": {
    says: "A hard link has the owner of its target; set the owner there.",
  },
  "device-missing": {
    says: "A device is needed here, such as `/dev/disk/by-id/…`.",
  },
  "partitions-overlap": {
    says: "This partition overlaps another; change `start_mib` or `size_mib`.",
  },
  "partition-unnamed": {
    says: "A partition needs a `number`, or a `label` by which it is found.",
  },
  "partition-number-twice": {
    says: "Another partition of this disk has the same number.",
  },
  "partition-label-twice": {
    says: "Another partition of this disk has the same label.",
  },
  "partition-label-long": {
    says: "A partition label has at most 36 characters.",
  },
  "partition-label-colon": {
    says: "A partition label must not hold a colon.",
    why: "The tool that writes the table would cut the label there.",
  },
  "partition-absent-with-zero": {
    says: "Where partitions are deleted, every partition of the disk needs its own number.",
  },
  "partition-absent-with-others": {
    says: "A partition that shall not exist takes nothing but its number.",
  },
  "guid-invalid": {
    says: "This is no GUID; it reads `01234567-89ab-cdef-edcb-a98765432101`.",
  },
  "format-missing": {
    says: "The filesystem needs a `format`, such as `ext4`.",
  },
  "format-unknown": {
    says: "Ignition cannot make this format; use `ext4`, `btrfs`, `xfs`, `vfat`, `swap` or `none`.",
  },
  "label-without-format": { says: "A label needs a `format`." },
  "filesystem-label-long": {
    says: "The label is too long for this kind of filesystem.",
  },
  "filesystem-over-partitions": {
    says: "The filesystem takes the whole disk that is also partitioned here; name one of the partitions.",
    why: "Making it would overwrite the partition table.",
  },
  "filesystem-wiped-with-table": {
    says: "The disk is wiped, but its filesystem is not; set `wipe_filesystem` too.",
  },
  "raid-level-missing": { says: "An array needs a `level`, such as `raid1`." },
  "raid-level-unknown": {
    says: "This RAID level is not known; use `linear`, `raid0`, `raid1`, `raid4`, `raid5`, `raid6` or `raid10`.",
  },
  "raid-devices-missing": { says: "An array needs `devices`." },
  "raid-spares-unsupported": { says: "This RAID level cannot have spares." },
  "luks-name-slash": {
    says: "The name of an encrypted device must not hold a slash.",
  },
  "luks-label-long": {
    says: "The label of an encrypted device has at most 47 characters.",
  },
  "key-file-invalid": {
    says: "The key file's `source` is no address that Ignition can fetch.",
  },
  "cex-with-clevis": {
    says: "A device is unlocked by a crypto card or by Clevis; take `cex` or `clevis` away.",
  },
  "cex-with-key-file": {
    says: "The crypto card makes the key itself; take `cex` or `key_file` away.",
  },
  "clevis-custom-with-others": {
    says: "`custom` takes the place of `tang`, `tpm2` and `threshold`; keep one or the other.",
  },
  "clevis-pin-missing": {
    says: "A custom pin needs its name: `tpm2`, `tang` or `sss`.",
  },
  "clevis-pin-unknown": {
    says: "This pin is not known; use `tpm2`, `tang` or `sss`.",
  },
  "clevis-config-missing": { says: "A custom pin needs its `config`." },
  "thumbprint-missing": {
    says: "A Tang server needs the `thumbprint` of its key.",
  },
  "tang-advertisement-invalid": { says: "The advertisement is no JSON." },
};
