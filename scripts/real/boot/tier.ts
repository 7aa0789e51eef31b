import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import {
  fresh,
  isRoot,
  isThere,
  programAt,
  ran,
  type Ignition,
} from "../programs";
import type { Setting, Tally, Tier } from "../tally";
import { dayTwoCommands, minorVersion } from "./day-two";
import {
  balancer,
  booted,
  controlPlane,
  dockerHost,
  kubernetesWorker,
  tailscaleRouter,
} from "./examples";
import {
  imagePolicy,
  layeredEtc,
  ownDocker,
  ownLayers,
  writableTrees,
} from "./layers";
import { newestAtFirstBoot, policies, rebootNow, staged } from "./policies";
import type { Lab } from "./node";
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
      const work = workFolder(folder);
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

/** A folder of this run alone, should another one be under way; what runs that were broken off have left is cleared away. */
function workFolder(folder: string): string {
  for (const name of readdirSync(folder)) {
    const owner = /^boot-(\d+)$/.exec(name)?.[1];
    if (owner && !existsSync(`/proc/${owner}`))
      rmSync(join(folder, name), { recursive: true });
  }
  return fresh(join(folder, `boot-${process.pid}`));
}

/** So that nodes are ended with the run: they are when it exits, and a signal would keep it from that. */
function endWithSignals(): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => process.exit(1));
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
