import { defineExtension } from "../extension";
import { composeDocker, dockerParams } from "./docker";

export const builtinDocker = defineExtension({
  id: "builtin:docker",
  title: "Docker (built in)",
  kind: "builtin",
  category: "container-runtime",
  summary: "Flatcar's own Docker, part of every image and updated with it.",
  aliases: ["dockerd", "docker-flatcar"],
  homepage: "https://docker.com",
  updates: "none",
  activation: "next-boot",
  ships: ["/usr/bin/docker", "docker.service", "docker.socket"],
  units: [
    {
      name: "docker.service",
      start: "choice",
      path: "/usr/lib/systemd/system/docker.service",
    },
    { name: "docker.socket", start: "upheld" },
  ],
  requires: ["builtin:containerd"],
  conflicts: ["docker", "containerd"],
  since: [3794, 0, 0],
  params: dockerParams,
  notes: ["An extension that can be switched off, since 3794."],
  verify: ["docker version", "systemctl status docker.socket"],
  compose: composeDocker,
});
