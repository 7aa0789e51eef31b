import { defineExtension } from "../extension";

export const builtinContainerd = defineExtension({
  id: "builtin:containerd",
  title: "containerd (built in)",
  kind: "builtin",
  category: "container-runtime",
  summary: "Flatcar's own containerd, part of every image and updated with it.",
  aliases: ["containerd-flatcar", "runc"],
  homepage: "https://containerd.io/",
  updates: "none",
  activation: "next-boot",
  ships: ["/usr/bin/containerd", "/usr/bin/ctr", "containerd.service"],
  units: [{ name: "containerd.service", start: "upheld" }],
  requires: [],
  conflicts: ["docker", "containerd"],
  since: [3794, 0, 0],
  params: {},
  notes: [
    "The built-in Docker needs it: switching it off switches both off.",
    "Kubernetes, nerdctl and Kata use it unless they get another one.",
  ],
  verify: ["systemctl status containerd.service", "sudo ctr version"],
});
