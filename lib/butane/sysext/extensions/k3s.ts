import { defineExtension } from "../extension";
import { putText } from "../put";
import { rancherConfig } from "../rancher-config";
import { putWantsLink } from "../unit-text";

export const k3s = defineExtension({
  id: "k3s",
  title: "K3s",
  kind: "bakery",
  category: "kubernetes",
  summary: "Small Kubernetes in one binary, server or agent.",
  aliases: ["k8s", "rancher", "edge"],
  homepage: "https://k3s.io/",
  docs: "https://flatcar.github.io/sysext-bakery/k3s/",
  versionPattern: "^v\\d+\\.\\d+\\.\\d+\\+k3s\\d+$",
  trackDepth: 2,
  updates: "patch",
  activation: "reboot",
  ships: [
    "/usr/local/bin/k3s",
    "kubectl, ctr and crictl as links to k3s",
    "k3s.service",
    "k3s-agent.service",
  ],
  units: [
    {
      name: "k3s.service",
      start: "choice",
      path: "/usr/local/lib/systemd/system/k3s.service",
      wantedBy: "multi-user.target",
    },
    {
      name: "k3s-agent.service",
      start: "choice",
      path: "/usr/local/lib/systemd/system/k3s-agent.service",
      wantedBy: "multi-user.target",
    },
  ],
  requires: [],
  conflicts: ["rke2", "kubernetes"],
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
      placeholder: "https://10.0.0.10:6443",
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
    clusterInit: {
      type: "boolean",
      label: "Start an etcd cluster",
      default: false,
      help: "On the first of several servers.",
      when: { key: "role", is: ["server"] },
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
    "Updates stay within the minor version.",
  ],
  verify: ["systemctl status k3s.service", "k3s kubectl get nodes"],
  compose(params, context) {
    const agent = params.role === "agent";
    putText(
      context,
      "/etc/rancher/k3s/config.yaml",
      rancherConfig({ ...params, clusterInit: params.clusterInit && !agent }),
      { mode: 0o600, from: "extraConfig" },
    );
    const name = agent ? "k3s-agent.service" : "k3s.service";
    putWantsLink(
      context.document,
      { name, path: `/usr/local/lib/systemd/system/${name}` },
      context.at("role"),
    );
  },
});
