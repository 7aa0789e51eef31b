import { defineExtension } from "../extension";

export const dockerBuildx = defineExtension({
  id: "docker-buildx",
  title: "Docker Buildx",
  kind: "bakery",
  category: "container-runtime",
  summary: "The docker buildx plugin.",
  aliases: ["buildkit"],
  homepage: "https://github.com/docker/buildx",
  docs: "https://flatcar.github.io/sysext-bakery/docker_buildx/",
  versionPattern: "^\\d+\\.\\d+\\.\\d+$",
  updates: "any",
  activation: "refresh",
  ships: ["/usr/local/lib/docker/cli-plugins/docker-buildx"],
  units: [],
  requires: ["docker|builtin:docker"],
  conflicts: [],
  params: {},
  notes: [],
  verify: ["docker buildx version"],
});
