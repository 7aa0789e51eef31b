import { defineExtension } from "../extension";
import { composeRancher, rancherParams, rancherUnits } from "../rancher";

const rancher = {
  folder: "rke2",
  server: "rke2-server.service",
  agent: "rke2-agent.service",
};

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
  units: rancherUnits(rancher),
  requires: [],
  conflicts: ["k3s", "kubernetes"],
  staleTransfers: ["rke2.conf", "rke2-v1.32.conf"],
  params: {
    role: rancherParams.role,
    serverUrl: {
      ...rancherParams.serverUrl,
      placeholder: "https://10.0.0.10:9345",
    },
    token: rancherParams.token,
    extraConfig: rancherParams.extraConfig,
  },
  notes: [
    "Brings its own containerd; Flatcar's built-in Docker and containerd may stay on or be switched off.",
    "Agents join on port 9345, not 6443.",
    "Updates stay within the minor version.",
    "The transfer file that the bakery publishes for v1.32 offers no image, so ours is part of the text (not verified).",
  ],
  verify: ["systemctl status 'rke2-*'", "journalctl -u 'rke2-*'"],
  compose(params, context) {
    composeRancher(rancher, params, context);
  },
});
