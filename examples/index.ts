import capoNode from "./capo-node.json";
import crioKubernetes from "./crio-kubernetes.json";
import dockerHost from "./docker-host.json";
import gpuNode from "./gpu-node.json";
import haproxyKeepalived from "./haproxy-keepalived.json";
import k3sServer from "./k3s-server.json";
import kubeadmControlPlane from "./kubeadm-control-plane.json";
import kubeadmWorker from "./kubeadm-worker.json";
import nomadClient from "./nomad-client.json";
import rke2Server from "./rke2-server.json";
import tailscaleRouter from "./tailscale-router.json";
import wasmHost from "./wasm-host.json";
import zfsHost from "./zfs-host.json";

/** A real node to start from. Keys, tokens and addresses are left for whoever takes it. */
export interface Example {
  /** Name of its file. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** As `parsePreset` reads it. */
  readonly preset: unknown;
}

/** Starting points, in the order people see them. A new one is a file and its entry. */
export const examples: readonly Example[] = [
  {
    id: "docker-host",
    title: "Docker host",
    summary:
      "The built-in Docker with Compose and Buildx, log rotation, and reboots at four in the morning.",
    preset: dockerHost,
  },
  {
    id: "kubeadm-control-plane",
    title: "kubeadm control plane",
    summary:
      "First node of a Kubernetes cluster, kept at the newest patch release; kured reboots it.",
    preset: kubeadmControlPlane,
  },
  {
    id: "kubeadm-worker",
    title: "kubeadm worker",
    summary:
      "Joins a Kubernetes cluster with the join command you paste; kured reboots it.",
    preset: kubeadmWorker,
  },
  {
    id: "capo-node",
    title: "Cluster API node (OpenStack)",
    summary:
      "Kubernetes on the stock image for a KubeadmControlPlane; User data has the manifest.",
    preset: capoNode,
  },
  {
    id: "k3s-server",
    title: "k3s server",
    summary:
      "A small Kubernetes on one node, with secrets encrypted and updates looked for at night.",
    preset: k3sServer,
  },
  {
    id: "rke2-server",
    title: "RKE2 server",
    summary:
      "Kubernetes with Canal as its network, kept at the newest patch release; kured reboots it.",
    preset: rke2Server,
  },
  {
    id: "crio-kubernetes",
    title: "Kubernetes on CRI-O",
    summary:
      "A worker that runs its containers with CRI-O; the built-in Docker and containerd are off.",
    preset: crioKubernetes,
  },
  {
    id: "wasm-host",
    title: "WebAssembly host",
    summary: "Wasmtime and wasmCloud on arm64, renewed without a reboot.",
    preset: wasmHost,
  },
  {
    id: "tailscale-router",
    title: "Tailscale router",
    summary:
      "Makes a private network reachable from your tailnet, with forwarding switched on.",
    preset: tailscaleRouter,
  },
  {
    id: "haproxy-keepalived",
    title: "HAProxy and keepalived",
    summary:
      "One of two load balancers that share an address; when HAProxy stops, the other takes over.",
    preset: haproxyKeepalived,
  },
  {
    id: "nomad-client",
    title: "Nomad client",
    summary:
      "Runs jobs of a Nomad cluster in containers of the built-in Docker.",
    preset: nomadClient,
  },
  {
    id: "gpu-node",
    title: "GPU node",
    summary:
      "NVIDIA driver of the OS release, the container runtime for it, and Ollama with two versions kept.",
    preset: gpuNode,
  },
  {
    id: "zfs-host",
    title: "ZFS host",
    summary:
      "A mirrored ZFS pool, made on the first boot of a bare-metal machine.",
    preset: zfsHost,
  },
];
