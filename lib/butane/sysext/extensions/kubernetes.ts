import {
  defineExtension,
  type ExtensionContext,
  type ParamSpecs,
  type ParamValues,
} from "../extension";
import { composeKubeadm } from "../kubeadm";
import { putText } from "../put";
import { environmentLine } from "../unit-text";

const params = {
  role: {
    type: "select",
    label: "Role",
    default: "none",
    options: [
      { value: "none", label: "Binaries only (Cluster API)" },
      { value: "control-plane", label: "First control plane" },
      { value: "worker", label: "Joins a cluster" },
    ],
    help: "What kubeadm does on the first boot.",
  },
  initArgs: {
    type: "string",
    label: "kubeadm init arguments",
    default: "",
    placeholder: "--pod-network-cidr=10.244.0.0/16",
    when: { key: "role", is: ["control-plane"] },
  },
  joinCommand: {
    type: "string",
    label: "Join command",
    default: "",
    secret: true,
    placeholder: "kubeadm join 10.0.0.10:6443 --token …",
    help: "Output of kubeadm token create --print-join-command. Not used beside a kubeadm configuration.",
    when: { key: "role", is: ["worker"] },
    required: ({ role, kubeadmConfig }) =>
      role === "worker" && kubeadmConfig === "",
  },
  kubeadmConfig: {
    type: "text",
    language: "yaml",
    label: "kubeadm configuration",
    default: "",
    help: "Used with --config. Keep tokens out of it: unlike the join command it is part of links.",
    when: { key: "role", is: ["control-plane", "worker"] },
  },
  copyKubeconfig: {
    type: "boolean",
    label: "kubectl works for the user core",
    default: true,
    help: "Copies the cluster's admin.conf to /home/core/.kube/config.",
    when: { key: "role", is: ["control-plane"] },
  },
  kubeletExtraArgs: {
    type: "string",
    label: "Extra kubelet arguments",
    default: "",
    placeholder: "--node-ip=10.0.0.11",
  },
  kernelSettings: {
    type: "boolean",
    label: "Forwarding and bridge settings",
    default: false,
    help: "Loads br_netfilter and overlay, switches IPv4 forwarding on; many network plugins ask for it.",
  },
} as const satisfies ParamSpecs;

function putKubeletSettings(
  values: ParamValues<typeof params>,
  context: ExtensionContext,
): void {
  if (values.kubeletExtraArgs.trim() !== "") {
    putText(
      context,
      "/etc/sysconfig/kubelet",
      environmentLine("KUBELET_EXTRA_ARGS", values.kubeletExtraArgs),
      { from: "kubeletExtraArgs" },
    );
  }
  if (!values.kernelSettings) return;
  const from = "kernelSettings";
  putText(
    context,
    "/etc/modules-load.d/kubernetes.conf",
    "br_netfilter\noverlay\n",
    { from },
  );
  putText(
    context,
    "/etc/sysctl.d/kubernetes.conf",
    "net.ipv4.ip_forward=1\nnet.bridge.bridge-nf-call-iptables=1\n",
    { from },
  );
}

export const kubernetes = defineExtension({
  id: "kubernetes",
  title: "Kubernetes (kubeadm)",
  kind: "bakery",
  category: "kubernetes",
  summary: "kubeadm, kubelet and kubectl with the CNI plugins.",
  aliases: ["k8s", "kubelet"],
  homepage: "https://kubernetes.io/",
  docs: "https://flatcar.github.io/sysext-bakery/kubernetes/",
  versionPattern: "^v\\d+\\.\\d+\\.\\d+$",
  neverReleased: ["v1.29.2", "v1.31.3", "v1.31.4", "v1.32.0"],
  trackDepth: 2,
  updates: "patch",
  activation: "reboot",
  ships: [
    "/usr/bin/kubectl",
    "/usr/bin/kubeadm",
    "/usr/bin/kubelet",
    "/usr/local/bin/cni/* (copied to /opt/cni/bin when the kubelet starts)",
    "kubelet.service",
    "/usr/local/share/kubernetes-version",
  ],
  units: [{ name: "kubelet.service", start: "upheld" }],
  requires: ["containerd|docker|builtin:containerd|crio"],
  conflicts: ["k3s", "rke2"],
  params,
  notes: [
    "Every node needs a hostname of its own.",
    "The node stays NotReady until a network plugin (CNI) is applied to the cluster.",
    "Updates stay within the minor version: v1.32.2 becomes v1.32.13, never v1.33. kubeadm upgrade stays manual.",
    "Flatcar tests 1.34, 1.35 and 1.36; 1.31 to 1.33 are known to work.",
    "FlexVolume plugins belong in /var/kubernetes/kubelet-plugins/volume/exec.",
  ],
  verify: [
    "kubeadm version",
    "systemctl status kubelet.service kubeadm.service",
    "kubectl get nodes",
  ],
  compose(values, context) {
    putKubeletSettings(values, context);
    composeKubeadm(values, context);
  },
});
