import type { Messages } from "./message";

/** MachineConfigs: what they need, and what OpenShift's nodes do not have. */
export const openshift: Messages = {
  "name-missing": {
    says: "A MachineConfig needs `metadata.name`; begin it with a number, such as `99-worker-motd`, to order it.",
  },
  "role-missing": {
    says: "A MachineConfig needs the label `machineconfiguration.openshift.io/role`, such as `worker`.",
    why: "Without it, no pool of nodes takes the MachineConfig.",
  },
  "kernel-type-unknown": {
    says: "The kernel is `default` or `realtime`.",
  },
  "lost-in-raw-mode": {
    says: "Plain Ignition cannot hold this, so it is left out.",
    why: "The node comes up without it.",
  },
  "cex-needs-kernel-argument": {
    says: "With a crypto card, `openshift.kernel_arguments` has to hold `rd.luks.key=/etc/luks/cex.key`.",
    why: "The node would not find the key of its root device when it boots.",
  },
  "machine-kernel-arguments-unsupported": {
    says: "Kernel arguments of a MachineConfig belong in `openshift.kernel_arguments`.",
  },
  "groups-unsupported": {
    says: "A MachineConfig cannot make groups.",
    why: "A node marks itself degraded when they change later.",
  },
  "user-field-unsupported": {
    says: "Of a user, a MachineConfig can set `ssh_authorized_keys`, and from 4.13.0 on `password_hash`.",
    why: "A node marks itself degraded when anything else changes later.",
  },
  "user-unsupported": {
    says: "A MachineConfig can only change the user `core`.",
    why: "A node marks itself degraded when other users change later.",
  },
  "directories-unsupported": {
    says: "A MachineConfig cannot make directories; those above a file are made with it.",
  },
  "links-unsupported": {
    says: "A MachineConfig cannot make links; write a file, or let a unit make the link.",
  },
  "append-unsupported": {
    says: "A MachineConfig cannot append to files; write the whole file with `contents`.",
  },
  "file-headers-unsupported": {
    says: "A MachineConfig does not fetch files, so headers have no use; write the contents here.",
  },
  "file-compression-unsupported": {
    says: "OpenShift before 4.10 does not unpack files; take `compression` away.",
    why: "The node would be given the packed bytes once the file is changed.",
  },
  "file-source-unsupported": {
    says: "A MachineConfig does not fetch files; write the contents here, with `inline` or `local`.",
  },
  "special-mode-unsupported": {
    says: "A MachineConfig cannot set the setuid, setgid and sticky bits; use a mode up to 0777.",
  },
  "btrfs-unsupported": {
    says: "RHCOS cannot make btrfs; use xfs or ext4.",
  },
  "filesystem-none-unsupported": {
    says: "The format `none` is not supported here; name a format or take the filesystem away.",
  },
};
