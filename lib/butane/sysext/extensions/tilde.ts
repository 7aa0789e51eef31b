import { defineExtension } from "../extension";

export const tilde = defineExtension({
  id: "tilde",
  title: "Tilde",
  kind: "bakery",
  category: "tools",
  summary: "Text editor for the terminal, with the keys of a desktop.",
  aliases: ["editor"],
  homepage: "https://os.ghalkes.nl/tilde/",
  versionPattern: "^\\d+\\.\\d+\\.\\d+$",
  updates: "any",
  activation: "refresh",
  ships: ["/usr/bin/tilde"],
  units: [],
  requires: [],
  conflicts: [],
  params: {},
  notes: ["The bakery has no page about it."],
  verify: ["tilde --version"],
});
