import { defineExtension, type ExtensionContext } from "../extension";
import { putText, putUnit } from "../put";
import {
  environmentLine,
  execArguments,
  oneLine,
  unitText,
  wholeLines,
  words,
} from "../unit-text";

/** Arguments of `kubeadm join` out of what `kubeadm token create --print-join-command` prints, prompt and all. */
function joinArguments(command: string): string {
  return oneLine(command).replace(/^.*?\bkubeadm\s+join\s+/, "");
}

/** The container runtime that kubeadm waits for, and how to name it where there may be two. */
function runtimeOf(context: ExtensionContext) {
  return context.has("crio")
    ? {
        unit: "crio.service",
        socket: "--cri-socket=unix:///var/run/crio/crio.sock",
      }
    : { unit: "containerd.service", socket: "" };
}

function kubeadmUnit(
  context: ExtensionContext,
  service: readonly (string | false)[],
): string {
  const runtime = runtimeOf(context).unit;
  return unitText({
    Unit: [
      "Description=Kubeadm service",
      `Requires=${runtime}`,
      `After=${runtime}`,
      "Wants=network-online.target",
      "After=network-online.target",
      "ConditionPathExists=!/etc/kubernetes/kubelet.conf",
    ],
    // Without oneshot, systemd would give up after 90 seconds, while kubeadm still pulls images.
    Service: ["Type=oneshot", "RemainAfterExit=yes", ...service],
    Install: ["WantedBy=multi-user.target"],
  });
}

const copyKubeconfig = [
  "ExecStart=/usr/bin/mkdir -p /home/core/.kube",
  "ExecStart=/usr/bin/cp /etc/kubernetes/admin.conf /home/core/.kube/config",
  "ExecStart=/usr/bin/chown -R core:core /home/core/.kube",
];

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
  params: {
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
      help: "Output of kubeadm token create --print-join-command. Not needed with a configuration file.",
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
  },
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
  compose(params, context) {
    if (params.kubeletExtraArgs.trim() !== "") {
      putText(
        context,
        "/etc/sysconfig/kubelet",
        environmentLine("KUBELET_EXTRA_ARGS", params.kubeletExtraArgs),
        { from: "kubeletExtraArgs" },
      );
    }
    if (params.kernelSettings) {
      putText(
        context,
        "/etc/modules-load.d/kubernetes.conf",
        "br_netfilter\noverlay\n",
        { from: "kernelSettings" },
      );
      putText(
        context,
        "/etc/sysctl.d/kubernetes.conf",
        "net.ipv4.ip_forward=1\nnet.bridge.bridge-nf-call-iptables=1\n",
        { from: "kernelSettings" },
      );
    }
    if (params.role === "none") return;
    const config = wholeLines(params.kubeadmConfig);
    putText(context, "/etc/kubeadm.yml", config, {
      mode: 0o600,
      from: "kubeadmConfig",
    });
    // A configuration file names the socket itself (nodeRegistration.criSocket).
    const common =
      config === "" ? runtimeOf(context).socket : "--config=/etc/kubeadm.yml";
    if (params.role === "control-plane") {
      const init = words(
        "/usr/bin/kubeadm init",
        common,
        execArguments(params.initArgs),
      );
      putUnit(
        context,
        "kubeadm.service",
        kubeadmUnit(context, [
          `ExecStart=${init}`,
          ...(params.copyKubeconfig ? copyKubeconfig : []),
        ]),
        "role",
      );
      return;
    }
    const join = joinArguments(params.joinCommand);
    // Nothing to join yet: a unit that can only fail would hide what is missing.
    if (join === "" && config === "") return;
    if (join !== "") {
      putText(
        context,
        "/etc/kubeadm-join.env",
        environmentLine("KUBEADM_JOIN_ARGS", join),
        {
          mode: 0o600,
          from: "joinCommand",
          comment:
            "The token stands here and not in the unit, which everybody on the node can read.",
        },
      );
    }
    putUnit(
      context,
      "kubeadm.service",
      kubeadmUnit(context, [
        join !== "" && "EnvironmentFile=/etc/kubeadm-join.env",
        `ExecStart=${words("/usr/bin/kubeadm join", common, join === "" ? "" : "$KUBEADM_JOIN_ARGS")}`,
      ]),
      "joinCommand",
    );
  },
});
