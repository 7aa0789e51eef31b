import { defineExtension } from "../extension";
import { putMembers, putText, putUnit } from "../put";
import { unitText, wholeLines } from "../unit-text";

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
  conflicts: [],
  since: [4285, 0, 0],
  params: {
    preseed: {
      type: "text",
      language: "yaml",
      label: "Preseed",
      default: "",
      help: "Networks, storage pools and profiles for incus admin init. Empty leaves that to you.",
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
    const preseed = wholeLines(params.preseed);
    if (preseed === "") return;
    putText(context, "/etc/incus/pre-seed.yaml", preseed, { from: "preseed" });
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
      "preseed",
    );
  },
});
