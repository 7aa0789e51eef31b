import { defineExtension } from "../extension";

export const python = defineExtension({
  id: "python",
  title: "Python",
  kind: "flatcar",
  category: "languages",
  summary: "Python for the host, built for every OS release.",
  aliases: ["ansible", "python3"],
  homepage: "https://www.python.org/",
  updates: "none",
  activation: "next-boot",
  ships: ["python"],
  units: [],
  requires: [],
  conflicts: [],
  since: [4012, 0, 0],
  params: {},
  notes: [
    "Fetched before the first boot goes on, and with every OS update; a failed download fails the boot.",
  ],
  verify: ["python --version"],
});
