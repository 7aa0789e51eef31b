import type { Preset } from "@/lib/preset";
import { checkFirstBoot, exampleNode } from "./first-boot";
import { BootedNode, type Lab } from "./node";
import { locksmithNotes, sshKeysNotes, zpoolNotes } from "./stand-ins";
import type { Looked } from "./trial";
import { checkUpdate } from "./update";
import {
  active,
  eventually,
  failedUnits,
  linkedVersion,
  mainPid,
  mergedVersion,
  servingVersion,
  stateOf,
} from "./observe";

/** Docker host: the built-in Docker is there, Compose and Buildx are merged anew as soon as a newer image is there. */
export async function dockerHost(lab: Lab): Promise<void> {
  const node = await BootedNode.boot(
    lab,
    "example docker-host",
    exampleNode("docker-host"),
  );
  const { machine } = node;
  try {
    await checkFirstBoot(node);
    node.check(
      "docker.service runs from the start",
      await active(machine, "docker.service"),
      "active",
    );
    node.publish("docker-compose", "5.10.0", "5.9.0");
    await checkUpdate(node, "docker-compose", "5.10.0");
    node.check(
      "what has no newer one stays",
      await linkedVersion(machine, "docker-buildx"),
      versionOf(node, "docker-buildx"),
    );
    node.check("with nothing new the service succeeds", await node.update(), 0);
    node.check("no unit failed after updates", await failedUnits(machine), []);
    await machine.reboot();
    node.check(
      "the new one is merged after a reboot",
      await mergedVersion(machine, "docker-compose"),
      "5.10.0",
    );
  } finally {
    await node.close();
  }
}

export const versionOf = ({ preset }: BootedNode, id: string) =>
  preset.extensions.chosen.find((each) => each.id === id)?.version ?? "";

/** Kubernetes worker: a patch release is fetched and waits for kured, the next minor version is left alone. */
export async function kubernetesWorker(lab: Lab): Promise<void> {
  const node = await BootedNode.boot(
    lab,
    "example kubeadm-worker",
    withParams(exampleNode("kubeadm-worker"), "kubernetes", {
      joinCommand:
        "kubeadm join 10.0.0.10:6443 --token abcdef.0123456789abcdef",
    }),
  );
  const { machine } = node;
  try {
    await checkFirstBoot(node);
    node.check(
      "kubeadm.service has joined",
      await active(machine, "kubeadm.service"),
      "active",
    );
    node.check(
      "locksmithd is masked",
      await machine.says("systemctl is-enabled locksmithd.service"),
      "masked",
    );
    node.publish("kubernetes", "v1.36.10", "v1.37.0");
    node.check("the update succeeds", await node.update(), 0);
    node.check(
      "the newest patch release is linked",
      await linkedVersion(machine, "kubernetes"),
      "v1.36.10",
    );
    node.check(
      "and waits",
      await mergedVersion(machine, "kubernetes"),
      versionOf(node, "kubernetes"),
    );
    node.check(
      "with the flag that kured looks for",
      await machine.says("ls /run/reboot-required"),
      "/run/reboot-required",
    );
    await machine.reboot();
    node.check(
      "it is merged after the reboot",
      await mergedVersion(machine, "kubernetes"),
      "v1.36.10",
    );
    node.check(
      "and the kubelet runs it",
      await eventually(() => servingVersion(machine, "kubernetes"), "v1.36.10"),
      "v1.36.10",
    );
    node.check(
      "the flag is gone",
      await machine.says("ls /run/reboot-required 2>/dev/null"),
      "",
    );
    node.check("no unit failed after updates", await failedUnits(machine), []);
  } finally {
    await node.close();
  }
}

/** Tailscale router: a newer image is merged and its service restarts, now of the new program. */
export async function tailscaleRouter(lab: Lab): Promise<void> {
  const node = await BootedNode.boot(
    lab,
    "example tailscale-router",
    exampleNode("tailscale-router"),
  );
  const { machine } = node;
  try {
    await checkFirstBoot(node);
    const before = await mainPid(machine, "tailscaled.service");
    node.check("the update finds nothing", await node.update(), 0);
    node.check(
      "and restarts nothing",
      await mainPid(machine, "tailscaled.service"),
      before,
    );
    node.publish("tailscale", "v1.100.0");
    node.check("the update succeeds", await node.update(), 0);
    node.check(
      "the newest is linked",
      await linkedVersion(machine, "tailscale"),
      "v1.100.0",
    );
    node.check(
      "the service runs the new program",
      await servingVersion(machine, "tailscale"),
      "v1.100.0",
    );
    node.check(
      "as another process",
      (await mainPid(machine, "tailscaled.service")) !== before,
      true,
    );
    node.check(
      "which is active",
      await stateOf(machine, "tailscaled.service"),
      "active",
    );
    node.check("no unit failed after updates", await failedUnits(machine), []);
  } finally {
    await node.close();
  }
}

/** Balancer: its image brings the user that its service runs as, and the service starts by a link. */
export async function balancer(lab: Lab): Promise<void> {
  const node = await BootedNode.boot(
    lab,
    "example haproxy-keepalived",
    exampleNode("haproxy-keepalived"),
  );
  const { machine } = node;
  try {
    await checkFirstBoot(node);
    node.check(
      "haproxy runs as its user",
      await machine.says(
        "stat -c %U /proc/$(systemctl show -P MainPID haproxy.service)",
      ),
      "haproxy",
    );
    node.publish("haproxy", "3.4.9");
    node.check("the update succeeds", await node.update(), 0);
    node.check(
      "locksmithd is asked to reboot",
      await machine.says(`cat ${locksmithNotes}`),
      "send-need-reboot",
    );
    node.check(
      "the old one runs until then",
      await servingVersion(machine, "haproxy"),
      versionOf(node, "haproxy"),
    );
    await machine.reboot();
    node.check(
      "after the reboot the new one",
      await eventually(() => servingVersion(machine, "haproxy"), "3.4.9"),
      "3.4.9",
    );
  } finally {
    await node.close();
  }
}

function withParams(
  preset: Preset,
  id: string,
  params: Readonly<Record<string, string>>,
): Preset {
  const chosen = preset.extensions.chosen.map((each) =>
    each.id === id ? { ...each, params: { ...each.params, ...params } } : each,
  );
  return { ...preset, extensions: { ...preset.extensions, chosen } };
}

/** Control plane: kubeadm runs once, and the user who logs in has what kubectl needs. */
export async function controlPlane(lab: Lab): Promise<void> {
  const node = await BootedNode.boot(
    lab,
    "example kubeadm-control-plane",
    exampleNode("kubeadm-control-plane"),
  );
  const { machine } = node;
  try {
    await checkFirstBoot(node);
    node.check(
      "kubeadm.service is done",
      await active(machine, "kubeadm.service"),
      "active",
    );
    node.check(
      "core has the cluster's access",
      await machine.says(
        "stat -c %U:%G /home/core/.kube/config && cat /home/core/.kube/config",
      ),
      "core:core\naccess",
    );
  } finally {
    await node.close();
  }
}

/** GPU node: without its drivers, which are Flatcar's; the services above them run with what their images say. */
export async function gpuNode(node: Looked): Promise<void> {
  const environment = await node.machine.says(
    "tr '\\0' '\\n' < /proc/$(systemctl show -P MainPID ollama.service)/environ | grep ^OLLAMA_HOST=",
  );
  node.check(
    "ollama has its settings",
    environment,
    "OLLAMA_HOST=127.0.0.1:11434",
  );
}

/** ZFS host: the pool is made on the first boot and never again. */
export async function zfsHost(lab: Lab): Promise<void> {
  const node = await BootedNode.boot(
    lab,
    "example zfs-host",
    exampleNode("zfs-host"),
  );
  const { machine } = node;
  const asked =
    "create tank mirror /dev/disk/by-id/ata-DISK-1 /dev/disk/by-id/ata-DISK-2";
  try {
    await checkFirstBoot(node);
    node.check(
      "the pool is made as asked",
      await machine.says(`cat ${zpoolNotes}`),
      asked,
    );
    await machine.reboot();
    node.check(
      "and only on the first boot",
      await machine.says(`cat ${zpoolNotes}`),
      asked,
    );
    node.check("no unit failed after a reboot", await failedUnits(machine), []);
  } finally {
    await node.close();
  }
}

/** Node of a cluster on OpenStack: keys come from the metadata service, and what the cluster's API sends does the rest. */
export async function capoNode(node: Looked): Promise<void> {
  node.check(
    "the metadata service is asked for core's keys",
    await node.machine.says(`cat ${sshKeysNotes}`),
    "core",
  );
}

/** A starting point that is booted and looked at, nothing more. */
export const booted =
  (id: string, look?: (node: Looked) => Promise<void>) =>
  async (lab: Lab): Promise<void> => {
    const node = await BootedNode.boot(lab, `example ${id}`, exampleNode(id));
    try {
      await checkFirstBoot(node);
      await look?.(node);
    } finally {
      await node.close();
    }
  };
