import { defineExtension } from "../extension";
import { composeRancher, rancherParams, rancherUnits } from "../rancher";

const rancher = {
  folder: "k3s",
  server: "k3s.service",
  agent: "k3s-agent.service",
};

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
  units: rancherUnits(rancher),
  requires: [],
  conflicts: ["rke2", "kubernetes"],
  staleTransfers: ["k3s.conf", "k3s-v1.32.conf"],
  params: {
    role: rancherParams.role,
    serverUrl: {
      ...rancherParams.serverUrl,
      placeholder: "https://10.0.0.10:6443",
    },
    token: rancherParams.token,
    clusterInit: {
      type: "boolean",
      label: "Start an etcd cluster",
      default: false,
      help: "On the first of several servers.",
      when: { key: "role", is: ["server"] },
    },
    extraConfig: rancherParams.extraConfig,
  },
  notes: [
    "Brings its own containerd; Flatcar's built-in Docker and containerd may stay on or be switched off.",
    "Updates stay within the minor version.",
    "Environment variables go into /etc/default/k3s, or k3s-agent on an agent.",
    "The transfer file that the bakery publishes for v1.32 offers no image, so ours is part of the text (not verified).",
  ],
  verify: ["systemctl status 'k3s*'", "sudo k3s kubectl get nodes"],
  compose(params, context) {
    const clusterInit = params.clusterInit && params.role !== "agent";
    composeRancher(rancher, { ...params, clusterInit }, context);
  },
});
