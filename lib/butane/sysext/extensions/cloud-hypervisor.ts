import { defineExtension } from "../extension";

export const cloudHypervisor = defineExtension({
  id: "cloud-hypervisor",
  title: "Cloud Hypervisor",
  kind: "bakery",
  category: "virtualization",
  summary: "Virtual machine monitor with its control tool.",
  aliases: ["vmm", "kvm", "vm"],
  homepage: "https://www.cloudhypervisor.org/",
  docs: "https://flatcar.github.io/sysext-bakery/cloud-hypervisor/",
  versionPattern: "^v\\d+\\.\\d+(\\.\\d+)?$",
  neverReleased: ["v44.0"],
  trackDepth: 1,
  updates: "any",
  activation: "refresh",
  ships: ["/usr/bin/cloud-hypervisor", "/usr/bin/ch-remote"],
  units: [],
  requires: [],
  conflicts: [],
  params: {},
  notes: [],
  verify: ["cloud-hypervisor --version"],
});
