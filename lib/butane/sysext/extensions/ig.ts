import { defineExtension } from "../extension";

export const ig = defineExtension({
  id: "ig",
  title: "Inspektor Gadget",
  kind: "bakery",
  category: "observability",
  summary: "Looks into hosts and clusters with eBPF.",
  aliases: ["inspektor", "ebpf", "gadget", "trace"],
  homepage: "https://www.inspektor-gadget.io/",
  docs: "https://flatcar.github.io/sysext-bakery/ig/",
  versionPattern: "^v\\d+\\.\\d+\\.\\d+$",
  updates: "any",
  activation: "refresh",
  ships: ["/usr/bin/ig", "/usr/bin/gadgetctl"],
  units: [],
  requires: [],
  conflicts: [],
  params: {},
  notes: [],
  verify: ["ig version"],
});
