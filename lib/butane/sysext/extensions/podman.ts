import { defineExtension } from "../extension";

export const podman = defineExtension({
  id: "podman",
  title: "Podman",
  kind: "flatcar",
  category: "container-runtime",
  summary: "Containers without a daemon, built for every OS release.",
  aliases: ["quadlet"],
  homepage: "https://podman.io/",
  updates: "none",
  activation: "next-boot",
  ships: ["podman"],
  units: [],
  requires: [],
  conflicts: [],
  since: [3941, 0, 0],
  params: {},
  notes: [
    "Units for containers (Quadlet) are files in /etc/containers/systemd.",
    "Fetched before the first boot goes on, and with every OS update; a failed download fails the boot.",
  ],
  verify: ["podman info"],
});
