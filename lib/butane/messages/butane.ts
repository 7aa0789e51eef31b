import type { Messages } from "./message";

/** Butane's own rules: what it adds to Ignition. */
export const butane: Messages = {
  "too-many-sources": {
    says: "Contents come from one of `inline`, `local` and `source`; take the others away.",
  },
  "too-many-unit-sources": {
    says: "A unit comes from `contents` or from `contents_local`; take one of them away.",
  },
  "no-files-directory": {
    says: "Local files are read from a files directory, and none is given; name one, or write the contents here.",
  },
  "outside-files-directory": {
    says: "The path leads out of the files directory; name a file inside it.",
    why: "A document must not be able to carry away files that nobody meant to share.",
  },
  "local-file-unreadable": {
    says: "The local file `{file}` cannot be read: {failure}.",
  },
  "local-files-too-large": {
    says: "The local files of this document have more than {limit} MiB together; let the node fetch the largest ones from an address, with `source`.",
    why: "All of them would stand in the config, which a node reads into its memory before anything else starts.",
  },
  "tree-without-local": {
    says: "A tree needs `local`, the directory it is copied from.",
  },
  "tree-not-a-directory": {
    says: "A tree is copied from a directory, and this is none; use `storage.files` for a single file.",
  },
  "tree-meets-node": {
    says: "`{path}` of the tree has its contents or another kind set elsewhere in the document; keep one of the two.",
  },
  "tree-holds-special-file": {
    says: "`{file}` is neither file, directory nor link, so a tree cannot carry it; take it out of the directory.",
  },
  "decimal-mode": {
    says: "The mode {mode} is a decimal number and gives strange permissions; write it in octal, with a leading zero: 0{mode}.",
    why: "Without the zero, other bits are set: the file may be unreadable or open to everybody.",
  },
  "mount-unit-without-format": {
    says: "`with_mount_unit` needs `format`, so that the unit can say what it mounts.",
  },
  "mount-unit-without-path": {
    says: "`with_mount_unit` needs `path`, the place to mount at; only swap has none.",
  },
  "quadlet-name": {
    says: "The name has to end as Podman expects it of a quadlet: `.container`, `.volume`, `.network`, `.kube`, `.image`, `.build`, `.pod` or `.artifact`.",
    why: "Podman would not read the file.",
  },
  "quadlet-instance-contents": {
    says: "An instance of a template has no contents of its own; write them into the template, or change them with a drop-in.",
  },
  "quadlet-meets-node": {
    says: "`{path}`, where the quadlet is written, is set elsewhere in the document; keep one of the two.",
  },
  "cex-unsupported": {
    says: "Flatcar does not run on s390x, so there is no crypto card; use `clevis` or `key_file`.",
    why: "The device would stay locked after the first reboot.",
  },
  "clevis-unsupported": {
    says: "Flatcar has no clevis, so it cannot unlock a device this way; use `key_file`.",
    why: "The device would stay locked after the first reboot.",
  },
  "nested-config-unreadable": {
    says: "The config inside is no Ignition JSON.",
  },
};
