import { defineExtension } from "../extension";
import { crioSocket } from "../kubeadm";
import { putText } from "../put";
import { wholeLines } from "../unit-text";

export const crio = defineExtension({
  id: "crio",
  title: "CRI-O",
  kind: "bakery",
  category: "container-runtime",
  summary: "Container runtime made for Kubernetes, instead of containerd.",
  aliases: ["cri-o", "cri", "crictl"],
  homepage: "https://github.com/cri-o/cri-o",
  docs: "https://flatcar.github.io/sysext-bakery/crio/",
  versionPattern: "^v\\d+\\.\\d+\\.\\d+$",
  neverReleased: ["v1.31.3"],
  trackDepth: 2,
  updates: "patch",
  activation: "reboot",
  ships: [
    "/usr/bin/crio",
    "/usr/bin/crictl",
    "conmon",
    "OCI runtimes",
    "crio.service",
    "/usr/share/crio/etc/crio/crio.conf (copied to /etc at start)",
  ],
  units: [{ name: "crio.service", start: "upheld" }],
  requires: [],
  conflicts: [],
  switchesOff: ["docker", "containerd"],
  params: {
    criSocket: {
      type: "string",
      label: "Socket for kubeadm",
      default: crioSocket,
      help: "Given to kubeadm, where Kubernetes is chosen as well.",
    },
    imagePolicy: {
      type: "text",
      language: "json",
      label: "policy.json",
      default: '{"default":[{"type":"insecureAcceptAnything"}]}\n',
      help: "Which images may run, and who must have signed them.",
    },
  },
  notes: [
    "Its minor version has to be that of Kubernetes; updates stay within it.",
    "kubeadm is told to use CRI-O's socket, unless a kubeadm configuration names it itself (nodeRegistration.criSocket: unix:///var/run/crio/crio.sock).",
    "Flatcar's built-in Docker and containerd may stay on; off, they save memory.",
  ],
  verify: ["systemctl status crio.service", "sudo crictl info"],
  compose(params, context) {
    putText(
      context,
      "/etc/containers/policy.json",
      wholeLines(params.imagePolicy),
      { from: "imagePolicy" },
    );
  },
});
