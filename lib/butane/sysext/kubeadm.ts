import type { ExtensionContext } from "./extension";
import { putText, putUnit } from "./put";
import {
  environmentLine,
  execArguments,
  oneLine,
  unitText,
  wholeLines,
  words,
} from "./unit-text";

/** What kubeadm is to do on the first boot. */
export interface KubeadmValues {
  /** `control-plane` starts a cluster, `worker` joins one, anything else leaves kubeadm alone. */
  readonly role: string;
  readonly initArgs: string;
  readonly joinCommand: string;
  readonly kubeadmConfig: string;
  readonly copyKubeconfig: boolean;
}

/** Writes the unit that starts or joins a cluster, and the files it reads. */
export function composeKubeadm(
  values: KubeadmValues,
  context: ExtensionContext,
): void {
  if (values.role === "none") return;
  const config = wholeLines(values.kubeadmConfig);
  putText(context, "/etc/kubeadm.yml", config, {
    mode: 0o600,
    from: "kubeadmConfig",
  });
  if (values.role === "control-plane") {
    putControlPlane(values, context, config !== "");
  } else if (config !== "") {
    // Alone: kubeadm refuses a token and an address beside a configuration file.
    const join = `/usr/bin/kubeadm join ${useConfig}`;
    putKubeadm(context, [`ExecStart=${join}`], "kubeadmConfig");
  } else {
    putJoin(values, context);
  }
}

function putControlPlane(
  values: KubeadmValues,
  context: ExtensionContext,
  configured: boolean,
): void {
  const typed = execArguments(values.initArgs);
  const init = words(
    "/usr/bin/kubeadm init",
    configured ? useConfig : socketFor(context, typed),
    typed,
  );
  putKubeadm(
    context,
    [`ExecStart=${init}`, ...(values.copyKubeconfig ? copyKubeconfig : [])],
    "role",
  );
}

function putJoin(values: KubeadmValues, context: ExtensionContext): void {
  const join = joinArguments(values.joinCommand);
  // Nothing to join yet: a unit that can only fail would hide what is missing.
  if (join === "") return;
  const from = "joinCommand";
  putText(
    context,
    "/etc/kubeadm-join.env",
    environmentLine("KUBEADM_JOIN_ARGS", join),
    {
      mode: 0o600,
      from,
      comment:
        "The token stands here and not in the unit, which everybody on the node can read.",
    },
  );
  const command = words(
    "/usr/bin/kubeadm join",
    socketFor(context, join),
    "$KUBEADM_JOIN_ARGS",
  );
  putKubeadm(
    context,
    ["EnvironmentFile=/etc/kubeadm-join.env", `ExecStart=${command}`],
    from,
  );
}

/** Arguments of `kubeadm join` out of what `kubeadm token create --print-join-command` prints, prompt and all. */
function joinArguments(command: string): string {
  return oneLine(command).replace(/^.*?\bkubeadm\s+join(?:\s+|$)/, "");
}

/** Where CRI-O listens. */
export const crioSocket = "unix:///var/run/crio/crio.sock";

function crioSocketOf(context: ExtensionContext): string {
  const typed = String(context.valueOf("crio", "criSocket") ?? "");
  return execArguments(typed) || crioSocket;
}

/** The container runtime that kubeadm waits for, and how it is named where there may be two. */
function runtimeOf(context: ExtensionContext) {
  return context.has("crio")
    ? {
        unit: "crio.service",
        socket: `--cri-socket=${crioSocketOf(context)}`,
      }
    : { unit: "containerd.service", socket: "" };
}

function socketFor(context: ExtensionContext, typed: string): string {
  return typed.includes("--cri-socket") ? "" : runtimeOf(context).socket;
}

/** The file names the runtime's socket itself (nodeRegistration.criSocket). */
const useConfig = "--config=/etc/kubeadm.yml";

function putKubeadm(
  context: ExtensionContext,
  service: readonly string[],
  from: string,
): void {
  const runtime = runtimeOf(context).unit;
  const contents = unitText({
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
  putUnit(context, "kubeadm.service", contents, from);
}

const copyKubeconfig = [
  "ExecStart=/usr/bin/mkdir -p /home/core/.kube",
  "ExecStart=/usr/bin/cp /etc/kubernetes/admin.conf /home/core/.kube/config",
  "ExecStart=/usr/bin/chown -R core:core /home/core/.kube",
];
