import { defineExtension } from "../extension";

export const btop = defineExtension({
  id: "btop",
  title: "btop",
  kind: "bakery",
  category: "tools",
  summary: "Resource monitor for the terminal.",
  aliases: ["htop", "top", "tmux"],
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
    "The htop and tmux extensions that were once planned for Flatcar were never built. btop is the nearest to htop; tmux can come as an image of your own.",
  ],
  verify: ["btop --version"],
});
