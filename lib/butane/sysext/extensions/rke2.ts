import { defineExtension } from "../extension";
import { putText } from "../put";
import { rancherConfig } from "../rancher-config";
import { putWantsLink } from "../unit-text";

export const rke2 = defineExtension({
  id: "rke2",
  title: "RKE2",
  kind: "bakery",
  category: "kubernetes",
  summary: "Rancher's Kubernetes, server or agent.",
  aliases: ["k8s", "rancher"],
  homepage: "https://docs.rke2.io/",
  docs: "https://flatcar.github.io/sysext-bakery/rke2/",
  versionPattern: "^v\\d+\\.\\d+\\.\\d+\\+rke2r\\d+$",
  trackDepth: 2,
  updates: "patch",
  activation: "reboot",
  ships: [
    "/usr/local/bin/rke2",
    "rke2-killall.sh",
    "rke2-server.service",
    "rke2-agent.service",
  ],
  units: [
    {
      name: "rke2-server.service",
      start: "choice",
      path: "/usr/local/lib/systemd/system/rke2-server.service",
      wantedBy: "multi-user.target",
    },
    {
      name: "rke2-agent.service",
      start: "choice",
      path: "/usr/local/lib/systemd/system/rke2-agent.service",
      wantedBy: "multi-user.target",
    },
  ],
  requires: [],
  conflicts: ["k3s", "kubernetes"],
  params: {
    role: {
      type: "select",
      label: "Role",
      default: "server",
      options: [
        { value: "server", label: "Server" },
        { value: "agent", label: "Agent" },
      ],
    },
    serverUrl: {
      type: "string",
      label: "Server to join",
      default: "",
      placeholder: "https://10.0.0.10:9345",
      help: "For agents and for further servers; empty on the first server.",
      required: ({ role }) => role === "agent",
    },
    token: {
      type: "string",
      label: "Cluster token",
      default: "",
      secret: true,
      required: ({ role, serverUrl }) => role === "agent" || serverUrl !== "",
    },
    extraConfig: {
      type: "text",
      language: "yaml",
      label: "More of config.yaml",
      default: "",
      help: "Options of the command line, a line each. Part of links: no tokens here.",
    },
  },
  notes: [
    "Brings its own containerd; Flatcar's built-in Docker and containerd may stay on or be switched off.",
    "Agents join on port 9345, not 6443.",
    "Updates stay within the minor version.",
  ],
  verify: [
    "systemctl status rke2-server.service",
    "journalctl -u rke2-server.service",
  ],
  compose(params, context) {
    putText(context, "/etc/rancher/rke2/config.yaml", rancherConfig(params), {
      mode: 0o600,
      from: "extraConfig",
    });
    const name =
      params.role === "agent" ? "rke2-agent.service" : "rke2-server.service";
    putWantsLink(
      context.document,
      { name, path: `/usr/local/lib/systemd/system/${name}` },
      context.at("role"),
    );
  },
});
