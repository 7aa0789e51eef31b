import { defineExtension } from "../extension";

export const btop = defineExtension({
  id: "btop",
  title: "btop",
  kind: "bakery",
  category: "tools",
  summary: "Resource monitor for the terminal.",
  aliases: ["htop", "top"],
  homepage: "https://github.com/aristocratos/btop",
  versionPattern: "^\\d+\\.\\d+\\.\\d+$",
  updates: "any",
  activation: "refresh",
  ships: ["/usr/bin/btop"],
  units: [],
  requires: [],
  conflicts: [],
  params: {},
  notes: [
    "The bakery has no page about it; it is built and released all the same.",
  ],
  verify: ["btop --version"],
});
