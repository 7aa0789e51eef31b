import fc from "fast-check";
import type { ConfKind } from "./value";

const texts: Readonly<Record<ConfKind, string>> = {
  sysctl: "net.ipv4.ip_forward = 1\nvm.max_map_count = 262144",
  modules: "br_netfilter\noverlay",
  modprobe: "blacklist usb-storage\noptions dummy numdummies=5",
  udev: 'ACTION=="add", SUBSYSTEM=="block", TAG+="systemd"',
  tmpfiles: "d /srv/data 0750 root root -",
  journald: "[Journal]\nSystemMaxUse=1G",
  audit: "-w /etc/passwd -p wa -k identity",
  motd: "This machine computes Pi.",
};

const conf = fc
  .constantFrom(...(Object.keys(texts) as ConfKind[]))
  .chain((kind) =>
    fc.record(
      {
        kind: fc.constant(kind),
        name: fc.constantFrom("50-node", "k8s"),
        text: fc.constant(texts[kind]),
      },
      { noNullPrototype: true },
    ),
  );

const argument = fc.constantFrom(
  "flatcar.autologin",
  "console=ttyS0,115200",
  "mitigations=auto,nosmt",
  "tsx=off",
);

const on = fc.constant(true);

/** A section as a careful person might fill it in, in stored form: the spec has nothing against it, and reading finds it again. */
export const soundKernel = fc.record(
  {
    arguments: fc.uniqueArray(argument, { minLength: 1 }),
    removed: fc.constant(["quiet"]),
    confs: fc.uniqueArray(conf, {
      minLength: 1,
      maxLength: 5,
      selector: ({ kind, name }) => `${kind}/${name}`,
    }),
    fips: on,
    selinuxEnforcing: on,
    cgroupV1: on,
    governor: fc.constantFrom(
      ...["performance", "powersave", "ondemand", "conservative"],
    ),
  },
  { requiredKeys: [], noNullPrototype: true },
);
