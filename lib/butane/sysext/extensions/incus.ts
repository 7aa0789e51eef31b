import { defineExtension } from "../extension";
import { putMembers, putText, putUnit } from "../put";
import { oneLine, unitText, wholeLines } from "../unit-text";

/** The answers to `incus admin init` for one pool, one bridge and one profile; empty where no storage is chosen. */
function preseedFor(params: { storage: string; poolSize: string }): string {
  const { storage } = params;
  if (storage !== "dir" && storage !== "btrfs" && storage !== "zfs") return "";
  const size = storage === "dir" ? "" : oneLine(params.poolSize);
  const config =
    size === "" ? "" : `    config:\n      size: ${JSON.stringify(size)}\n`;
  return `networks:
  - name: incusbr0
    config:
      ipv4.address: auto
      ipv6.address: auto
storage_pools:
  - name: default
    driver: ${storage}
${config}profiles:
  - name: default
    devices:
      eth0:
        name: eth0
        network: incusbr0
        type: nic
      root:
        path: /
        pool: default
        type: disk
`;
}

export const incus = defineExtension({
  id: "incus",
  title: "Incus",
  kind: "flatcar",
  category: "virtualization",
  summary:
    "System containers and virtual machines, built for every OS release.",
  aliases: ["lxc", "lxd", "vm"],
  homepage: "https://linuxcontainers.org/incus/",
  updates: "none",
  activation: "next-boot",
  ships: ["incus", "incus.socket", "incus.service"],
  units: [
    { name: "incus.socket", start: "upheld" },
    { name: "incus.service", start: "upheld" },
  ],
  requires: [],
  requiresWith: ({ storage, preseed }) =>
    /^\s*driver:\s*zfs\s*$/m.test(preseed) ||
    (storage === "zfs" && wholeLines(preseed) === "")
      ? ["zfs"]
      : [],
  conflicts: [],
  since: [4285, 0, 0],
  params: {
    storage: {
      type: "select",
      label: "Storage",
      default: "",
      options: [
        { value: "", label: "Set up by hand or below" },
        { value: "dir", label: "Plain directories" },
        { value: "btrfs", label: "btrfs" },
        { value: "zfs", label: "ZFS" },
      ],
      help: "Sets Incus up at boot: this storage pool, a bridge with addresses of its own, and a profile that uses both.",
      when: { key: "preseed", is: [""] },
    },
    poolSize: {
      type: "string",
      label: "Size of the pool",
      default: "",
      placeholder: "5GiB",
      help: "The pool is a file of this size. Empty leaves the size to Incus.",
      when: { key: "storage", is: ["btrfs", "zfs"] },
    },
    preseed: {
      type: "text",
      language: "yaml",
      label: "Preseed",
      default: "",
      help: "Networks, storage pools and profiles for incus admin init, all of it in your words. Empty goes by the storage chosen, if any.",
    },
    admins: {
      type: "list",
      label: "Administrators",
      default: ["core"],
      help: "Users in the group incus-admin; core is a member already.",
    },
  },
  notes: [
    "A storage pool on ZFS needs the ZFS extension as well.",
    "The setup for plain directories and btrfs follows the one that Flatcar documents for ZFS (not verified).",
    "Flatcar's own example for Incus switches the built-in Docker and containerd off.",
    "Release notes name 4344 as its first release, Flatcar's table 4285 (not verified).",
    "Fetched before the first boot goes on, and with every OS update; a failed download fails the boot.",
  ],
  verify: ["incus list"],
  compose(params, context) {
    for (const path of ["/etc/subuid", "/etc/subgid"]) {
      context.document.putFile(
        { path, append: [{ inline: "root:1065536:65536\n" }] },
        { origin: context.at() },
      );
    }
    putMembers(context, "incus-admin", params.admins, "admins");
    const typed = wholeLines(params.preseed);
    const preseed = typed === "" ? preseedFor(params) : typed;
    if (preseed === "") return;
    const from = typed === "" ? "storage" : "preseed";
    putText(context, "/etc/incus/pre-seed.yaml", preseed, { from });
    putUnit(
      context,
      "incus-admin-init.service",
      unitText({
        Unit: [
          "Description=Set Incus up",
          "After=systemd-sysext.service",
          "Requires=systemd-sysext.service",
        ],
        Service: [
          "Type=oneshot",
          "RemainAfterExit=yes",
          "StandardInput=file:/etc/incus/pre-seed.yaml",
          "ExecStart=/usr/bin/incus admin init --preseed",
        ],
        Install: ["WantedBy=multi-user.target"],
      }),
      from,
    );
  },
});
