import {
  defineExtension,
  type ExtensionContext,
  type ParamSpecs,
  type ParamValues,
} from "../extension";
import {
  environment,
  oneLine,
  putWantsLink,
  unitText,
  wholeLines,
} from "../unit-text";

/** Settings of the Docker daemon, the same for the built-in one and for one's own version. */
export const dockerParams = {
  daemonJson: {
    type: "text",
    language: "json",
    label: "daemon.json",
    default: "",
    placeholder: '{ "log-driver": "journald" }',
  },
  startAtBoot: {
    type: "boolean",
    label: "Start the daemon at boot",
    default: false,
    help: "Only its socket is started otherwise; the daemon comes with the first command.",
  },
  dockerUsers: {
    type: "list",
    label: "Users in the group docker",
    default: ["core"],
    help: "The user core is a member on every image.",
  },
  dockerOpts: {
    type: "string",
    label: "Extra dockerd flags",
    default: "",
    help: "No option may stand both here and in daemon.json.",
  },
} as const satisfies ParamSpecs;

export function composeDocker(
  params: ParamValues<typeof dockerParams>,
  { document, has, at }: ExtensionContext,
): void {
  const json = wholeLines(params.daemonJson);
  if (json !== "") {
    document.putFile(
      {
        path: "/etc/docker/daemon.json",
        mode: 0o644,
        contents: { inline: json },
      },
      { origin: at("daemonJson") },
    );
  }
  const flags = oneLine(params.dockerOpts);
  if (flags !== "") {
    // The runtime's own drop-in sets this variable too, and the drop-in that sorts last wins.
    const runtime = has("nvidia-runtime")
      ? "--add-runtime=nvidia=nvidia-container-runtime "
      : "";
    document.putDropin(
      "docker.service",
      {
        name: "20-docker-opts.conf",
        contents: unitText({
          Service: [environment("DOCKER_OPTS", runtime + flags)],
        }),
      },
      { origin: at("dockerOpts") },
    );
  }
  if (params.startAtBoot) {
    putWantsLink(document, { name: "docker.service" }, at("startAtBoot"));
  }
  for (const name of params.dockerUsers.map((user) => user.trim())) {
    if (name === "" || name === "core") continue;
    document.putFile(
      {
        path: `/etc/userdb/${name}:docker.membership`,
        mode: 0o644,
        contents: { inline: " " },
      },
      {
        comment: `Makes ${oneLine(name)} a member of docker, a group that belongs to the OS and cannot be edited.`,
        origin: at("dockerUsers"),
      },
    );
  }
}

export const docker = defineExtension({
  id: "docker",
  title: "Docker (own version)",
  kind: "bakery",
  category: "container-runtime",
  summary: "A Docker version of your choice with its own containerd and runc.",
  aliases: ["moby", "dockerd"],
  homepage: "https://docker.com",
  docs: "https://flatcar.github.io/sysext-bakery/docker/",
  versionPattern: "^\\d+\\.\\d+\\.\\d+$",
  updates: "any",
  activation: "reboot",
  ships: [
    "/usr/bin/docker",
    "/usr/bin/dockerd",
    "/usr/bin/docker-proxy",
    "/usr/bin/containerd",
    "/usr/bin/ctr",
    "/usr/bin/runc",
    "docker.service",
    "docker.socket",
    "containerd.service",
    "/usr/share/containerd/config.toml",
    "/usr/share/containerd/config-cgroupfs.toml",
  ],
  units: [
    {
      name: "docker.service",
      start: "choice",
      path: "/usr/lib/systemd/system/docker.service",
    },
    { name: "docker.socket", start: "upheld" },
    { name: "containerd.service", start: "upheld" },
  ],
  requires: [],
  conflicts: ["containerd", "builtin:docker", "builtin:containerd"],
  switchesOff: ["docker", "containerd"],
  params: dockerParams,
  notes: [
    "Flatcar's built-in Docker and containerd have to be off: both bring the same files.",
    "docker.service switches SELinux support on by itself.",
    "Updates follow new major versions too, unless they stay in the series.",
  ],
  verify: ["docker version", "systemctl status docker.socket"],
  compose: composeDocker,
});
