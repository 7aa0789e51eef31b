import { defineExtension } from "../extension";

export const nerdctl = defineExtension({
  id: "nerdctl",
  title: "nerdctl",
  kind: "bakery",
  category: "container-runtime",
  summary: "Docker-like command for containerd.",
  aliases: ["containerd cli"],
  homepage: "https://github.com/containerd/nerdctl",
  docs: "https://flatcar.github.io/sysext-bakery/nerdctl/",
  versionPattern: "^v\\d+\\.\\d+\\.\\d+$",
  updates: "any",
  activation: "refresh",
  ships: ["/usr/bin/nerdctl", "helper scripts"],
  units: [],
  requires: ["containerd|docker|builtin:containerd"],
  conflicts: [],
  params: {},
  notes: [
    "Talks to the containerd of the node, built in or your own.",
    "The image brings no network plugins: containers run with --net host, unless plugins are in /opt/cni/bin.",
  ],
  verify: ["sudo nerdctl version"],
});
