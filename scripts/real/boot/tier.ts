import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isRoot, isThere, programAt, ran, type Ignition } from "../programs";
import type { Setting, Tally, Tier } from "../tally";
import { newestAtFirstBoot, rebootNow, staged } from "./activation";
import { dayTwoCommands, minorVersion } from "./day-two";
import {
  balancer,
  booted,
  capoNode,
  controlPlane,
  dockerHost,
  gpuNode,
  kubernetesWorker,
  tailscaleRouter,
  zfsHost,
} from "./examples";
import {
  imagePolicy,
  layeredEtc,
  ownDocker,
  ownLayers,
  writableTrees,
} from "./layers";
import { policies } from "./policies";
import type { Lab } from "./node";
import { endWithSignals, workFolder } from "./run-folder";
import { debianTree, likeFlatcar } from "./tree";

/** What is tried, by a name that `only` may pick out. */
const scenarios: Readonly<Record<string, (lab: Lab) => Promise<void>>> = {
  "docker-host": dockerHost,
  "kubeadm-control-plane": controlPlane,
  "kubeadm-worker": kubernetesWorker,
  "tailscale-router": tailscaleRouter,
  "haproxy-keepalived": balancer,
  ...Object.fromEntries(
    [
      ...["k3s-server", "rke2-server", "crio-kubernetes"],
      ...["nomad-client", "wasm-host"],
    ].map((id) => [id, booted(id)]),
  ),
  "gpu-node": booted("gpu-node", gpuNode),
  "zfs-host": zfsHost,
  "capo-node": booted("capo-node", capoNode),
  policies,
  staged,
  "reboot-now": rebootNow,
  newest: newestAtFirstBoot,
  "day-two": dayTwoCommands,
  "minor-upgrade": minorVersion,
  "own-docker": ownDocker,
  "own-layers": ownLayers,
  "layered-etc": layeredEtc,
  mutable: writableTrees,
  "image-policy": imagePolicy,
};

/** Tier 4: nodes boot under systemd 257 in a container, and update, activate, hold and roll back as Kindling says. */
export function bootTier(setting: Setting): Tier {
  const { folder, catalogue, ignition, node } = setting;
  return {
    title: "Boot and update",
    needs:
      "root, mmdebstrap, systemd-nspawn, mksquashfs, loop devices, cgroup 2",
    lacks: () => lacking(ignition),
    async run(tally: Tally) {
      endWithSignals();
      const work = workFolder(folder, "boot");
      const tree = join(work, "tree");
      likeFlatcar(debianTree(folder), tree);
      const lab: Lab = {
        tree,
        work,
        ignition: ignition!,
        catalogue,
        tally,
      };
      tally.note(`systemd ${systemdOf(tree)}, Debian 13`);
      for (const [name, scenario] of Object.entries(scenarios)) {
        if (!name.includes(node)) continue;
        try {
          await scenario(lab);
        } catch (error) {
          tally.check(name, (error as Error).message);
        }
      }
      rmSync(work, { recursive: true });
    },
  };
}

const programs = {
  mmdebstrap: "mmdebstrap",
  "systemd-nspawn": "systemd-container",
  mksquashfs: "squashfs-tools",
  pgrep: "procps",
  unshare: "util-linux",
  nsenter: "util-linux",
};

function lacking(ignition: Ignition | null): string | null {
  if (!ignition) return "there is no Ignition here";
  if (!isRoot()) return "it needs root";
  if (!existsSync("/dev/loop-control")) return "there are no loop devices here";
  for (const [program, debianPackage] of Object.entries(programs))
    if (!isThere(program, debianPackage)) return `there is no ${program} here`;
  const made = ran("unshare", [
    ...["-m", "-C", "sh", "-c"],
    "mount --make-rprivate / && mount -t cgroup2 cgroup2 /sys/fs/cgroup",
  ]);
  return made.status === 0
    ? null
    : "no namespace with cgroup 2 can be made here";
}

/** The version of systemd that nodes run: `257.13-1~deb13u1`. */
function systemdOf(tree: string): string {
  const { output } = ran(programAt("chroot")!, [
    tree,
    "systemctl",
    "--version",
  ]);
  return /\((.*?)\)/.exec(output)?.[1] ?? "of an unknown version";
}
