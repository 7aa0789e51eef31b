import {
  defineExtension,
  type ExtensionContext,
  type ParamSpecs,
  type ParamValues,
} from "../extension";
import { putDropin, putMembers, putText } from "../put";
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

/**
 * Writes the settings, for Flatcar's own Docker and another version alike; an empty one writes nothing, and the
 * default holds.
 */
export function composeDocker(
  params: ParamValues<typeof dockerParams>,
  context: ExtensionContext,
): void {
  putText(context, "/etc/docker/daemon.json", wholeLines(params.daemonJson), {
    from: "daemonJson",
  });
  const flags = oneLine(params.dockerOpts);
  if (flags !== "") {
    // The runtime's own drop-in sets this variable too, and the drop-in that sorts last wins.
    const runtime = context.has("nvidia-runtime")
      ? "--add-runtime=nvidia=nvidia-container-runtime "
      : "";
    putDropin(
      context,
      "docker.service",
      "20-docker-opts.conf",
      unitText({ Service: [environment("DOCKER_OPTS", runtime + flags)] }),
      "dockerOpts",
    );
  }
  if (params.startAtBoot) {
    putWantsLink(
      context.document,
      { name: "docker.service" },
      context.at("startAtBoot"),
    );
  }
  putMembers(context, "docker", params.dockerUsers, "dockerUsers");
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
