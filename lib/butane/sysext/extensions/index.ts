import type { Extension } from "../extension";
import { bird } from "./bird";
import { btop } from "./btop";
import { builtinContainerd } from "./builtin-containerd";
import { builtinDocker } from "./builtin-docker";
import { chrony } from "./chrony";
import { cilium } from "./cilium";
import { cloudHypervisor } from "./cloud-hypervisor";
import { coder } from "./coder";
import { consul } from "./consul";
import { containerd } from "./containerd";
import { crio } from "./crio";
import { dataplaneapi } from "./dataplaneapi";
import { docker } from "./docker";
import { dockerBuildx } from "./docker-buildx";
import { dockerCompose } from "./docker-compose";
import { falco } from "./falco";
import { haproxy } from "./haproxy";
import { ig } from "./ig";
import { incus } from "./incus";
import { k3s } from "./k3s";
import { kataContainers } from "./kata-containers";
import { keepalived } from "./keepalived";
import { kubernetes } from "./kubernetes";
import { llamaedge } from "./llamaedge";
import { nebula } from "./nebula";
import { nerdctl } from "./nerdctl";
import { nomad } from "./nomad";
import { nvidia } from "./nvidia";
import { nvidiaRuntime } from "./nvidia-runtime";
import { ollama } from "./ollama";
import { opkssh } from "./opkssh";
import { overlaybd } from "./overlaybd";
import { podman } from "./podman";
import { python } from "./python";
import { rke2 } from "./rke2";
import { scx } from "./scx";
import { tailscale } from "./tailscale";
import { tilde } from "./tilde";
import { vault } from "./vault";
import { wasmcloud } from "./wasmcloud";
import { wasmedge } from "./wasmedge";
import { wasmtime } from "./wasmtime";
import { zfs } from "./zfs";

/** Everything that can be chosen, in the order people see it. */
export const extensions: readonly Extension[] = [
  kubernetes,
  k3s,
  rke2,
  cilium,
  builtinDocker,
  builtinContainerd,
  docker,
  containerd,
  crio,
  podman,
  dockerCompose,
  dockerBuildx,
  nerdctl,
  tailscale,
  nebula,
  bird,
  consul,
  haproxy,
  dataplaneapi,
  keepalived,
  wasmtime,
  wasmcloud,
  wasmedge,
  nomad,
  nvidia,
  nvidiaRuntime,
  ollama,
  llamaedge,
  kataContainers,
  cloudHypervisor,
  incus,
  zfs,
  overlaybd,
  falco,
  opkssh,
  vault,
  ig,
  coder,
  python,
  chrony,
  btop,
  tilde,
  scx,
];

const byId = new Map(extensions.map((each) => [each.id, each]));

/** The extension of that id; built-in ones are `builtin:docker` and `builtin:containerd`. */
export function extensionById(id: string): Extension | undefined {
  return byId.get(id);
}
