import { confPath } from "@/lib/preset/sections/kernel/confs";
import type { ConfFile, ConfKind } from "@/lib/preset/sections/kernel/value";

interface ConfKindWords {
  readonly label: string;
  readonly placeholder: string;
  readonly name: string;
  readonly help: string;
}

/** What the form says about each kind of settings file, in the order people see them. */
export const confKinds: Readonly<Record<ConfKind, ConfKindWords>> = {
  sysctl: {
    label: "sysctl",
    name: "90-node",
    placeholder: "net.ipv4.ip_forward = 1",
    help: "A setting a line. Of two files, the later name wins.",
  },
  modules: {
    label: "Modules to load",
    name: "node",
    placeholder: "br_netfilter\noverlay",
    help: "A module a line, loaded at boot.",
  },
  modprobe: {
    label: "Module options and blacklist",
    name: "node",
    placeholder: "blacklist usb-storage\noptions dummy numdummies=5",
    help: "A blacklisted module is not loaded by itself; somebody can still load it by hand.",
  },
  udev: {
    label: "udev rules",
    name: "90-node",
    placeholder:
      'ACTION=="add", SUBSYSTEM=="block", TAG+="systemd", ENV{SYSTEMD_WANTS}="attached.service"',
    help: "A rule a line.",
  },
  tmpfiles: {
    label: "tmpfiles",
    name: "node",
    placeholder: "d /run/node 0755 root root -",
    help: "For what has to be made at each boot, such as folders below /run.",
  },
  journald: {
    label: "Journal",
    name: "10-node",
    placeholder: "[Journal]\nSystemMaxUse=1G",
    help: "Settings of systemd-journald.",
  },
  audit: {
    label: "Audit rules",
    name: "99-default",
    placeholder: "-w /etc/passwd -p wa -k identity",
    help: "99-default takes the place of the rules in the image.",
  },
  motd: {
    label: "Message at login",
    name: "node",
    placeholder: "This machine belongs to the storage team.",
    help: "Shown to everybody who logs in.",
  },
};

/** Where a file will stand; empty while it has no name. */
export function confName(conf: ConfFile): string {
  return conf.name === "" ? "" : confPath(conf);
}
