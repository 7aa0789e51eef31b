import { isFatal, printPlain, transpile } from "@/lib/butane";
import type { Preset } from "@/lib/preset/preset";
import { toClc } from "./clc";
import { ownedProblems } from "./owned";
import {
  error,
  listOf,
  structOf,
  type CapiProblem,
  type Values,
} from "./problem";
import { providerFor, type CapiProvider } from "./provider";

export type { CapiProblem } from "./problem";
export type { CapiProvider } from "./provider";

/** What the manifest is for; the node itself is the preset's. */
export interface CapiOptions {
  /** Whose machines they are. Default: the control plane's. */
  readonly role?: "control-plane" | "worker";
  /** Version of Cluster API's own types. Default: `v1beta2`. */
  readonly api?: "v1beta1" | "v1beta2";
  /**
   * `kubectl`: applied as it is. `clusterctl`: a template, in which every `$` of the node is written twice because
   * clusterctl fills in variables, and names are variables. Default: `clusterctl`.
   */
  readonly for?: "kubectl" | "clusterctl";
}

/** A manifest for Cluster API, with what it cannot carry of the node. */
export interface Capi {
  /** The manifest; `null` while the Butane text is no config. */
  readonly text: string | null;
  /** Worst first. */
  readonly problems: readonly CapiProblem[];
  readonly provider: CapiProvider;
}

/**
 * The node for Cluster API's kubeadm provider: the part of a `KubeadmControlPlane` or a `KubeadmConfigTemplate` that makes
 * its machines this node. It is a patch, to be joined with the cluster's own manifest. `butane` is the node's text.
 */
export function capiOf(
  preset: Preset,
  butane: string,
  {
    role = "control-plane",
    api = "v1beta2",
    for: use = "clusterctl",
  }: CapiOptions = {},
): Capi {
  const provider = providerFor(preset.target.platform);
  const { ignition, report } = transpile(butane, { compress: false });
  if (ignition === null || report.some(isFatal))
    return {
      text: null,
      problems: [
        error("capi-no-config", "This Butane text does not become a config."),
      ],
      provider,
    };
  const clc = toClc(ignition);
  const problems = [...clc.problems, ...ownedProblems(clc.config)].sort(
    (one, other) => rank[one.kind] - rank[other.kind],
  );
  const crio = crioSocketOf(preset);
  const config = withDropin(clc.config, provider, crio);
  const escape = (text: string) =>
    use === "clusterctl" ? text.replaceAll("$", "$$$$") : text;
  const cluster =
    use === "clusterctl" ? "${CLUSTER_NAME}" : preset.name || "cluster";
  const spec = specFor(provider, printPlain(config), {
    ...{ api, role, crio, escape },
  });
  return {
    text: printPlain(manifest(spec, { api, role, cluster })),
    problems,
    provider,
  };
}

const rank = { error: 0, warning: 1, info: 2 } as const;

/** Where CRI-O listens, where it is the kubelet's runtime: containerd is usually off beside it. */
function crioSocketOf({ extensions }: Preset): string | undefined {
  const crio = extensions.chosen.find(({ id, own }) => id === "crio" && !own);
  const typed = crio?.params.criSocket;
  if (typeof typed === "string" && typed.trim() !== "") return typed.trim();
  return crio && "unix:///var/run/crio/crio.sock";
}

/** kubeadm waits for the runtime, and for the metadata where its configuration needs that. */
function withDropin(
  config: Values,
  { hostname }: CapiProvider,
  crio: string | undefined,
): Values {
  const runtime = crio ? "crio.service" : "containerd.service";
  const needs = hostname ? `${runtime} coreos-metadata.service` : runtime;
  const lines = ["[Unit]", `Requires=${needs}`, `After=${needs}`];
  if (hostname)
    lines.push("[Service]", "EnvironmentFile=/run/metadata/flatcar");
  const name = "10-flatcar.conf";
  const dropin = { name, contents: `${lines.join("\n")}\n` };
  const systemd = structOf(config, "systemd");
  const units = listOf(systemd, "units");
  const own = units.find((unit) => unit.name === "kubeadm.service");
  const others = listOf(own, "dropins");
  if (others.some((one) => one.name === name)) return config;
  const kubeadm = {
    name: "kubeadm.service",
    enabled: true,
    ...own,
    dropins: [...others, dropin],
  };
  return {
    ...config,
    systemd: {
      units: own
        ? units.map((unit) => (unit === own ? kubeadm : unit))
        : [...units, kubeadm],
    },
  };
}

interface SpecOptions extends Required<Pick<CapiOptions, "api" | "role">> {
  crio: string | undefined;
  escape(text: string): string;
}

function specFor(
  provider: CapiProvider,
  config: string,
  { api, role, crio, escape }: SpecOptions,
): Values {
  const registration = nodeRegistration(provider, { api, crio, escape });
  const commands = provider.hostname
    ? [
        ...provider.exports,
        "envsubst < /etc/kubeadm.yml > /etc/kubeadm.yml.tmp",
        "mv /etc/kubeadm.yml.tmp /etc/kubeadm.yml",
      ]
    : [];
  return {
    format: "ignition",
    ignition: {
      containerLinuxConfig: { additionalConfig: escape(config) },
    },
    ...(registration && role === "control-plane"
      ? { initConfiguration: { nodeRegistration: registration } }
      : {}),
    ...(registration
      ? { joinConfiguration: { nodeRegistration: registration } }
      : {}),
    ...(commands.length > 0
      ? { preKubeadmCommands: commands.map(escape) }
      : {}),
  };
}

function nodeRegistration(
  { hostname, cloudProvider, providerId }: CapiProvider,
  { api, crio, escape }: Omit<SpecOptions, "role">,
): Values | null {
  if (!hostname && !crio) return null;
  const pairs = [
    ...(cloudProvider ? [["cloud-provider", cloudProvider] as const] : []),
    ...(providerId ? [["provider-id", escape(providerId)] as const] : []),
  ];
  const extra =
    api === "v1beta2"
      ? pairs.map(([name, value]) => ({ name, value }))
      : Object.fromEntries(pairs);
  return {
    ...(hostname ? { name: escape(hostname) } : {}),
    ...(crio ? { criSocket: escape(crio) } : {}),
    ...(pairs.length > 0 ? { kubeletExtraArgs: extra } : {}),
  };
}

function manifest(
  spec: Values,
  {
    api,
    role,
    cluster,
  }: Required<Pick<CapiOptions, "api" | "role">> & { cluster: string },
): Values {
  if (role === "control-plane")
    return {
      apiVersion: `controlplane.cluster.x-k8s.io/${api}`,
      kind: "KubeadmControlPlane",
      metadata: { name: `${cluster}-control-plane` },
      spec: { kubeadmConfigSpec: spec },
    };
  return {
    apiVersion: `bootstrap.cluster.x-k8s.io/${api}`,
    kind: "KubeadmConfigTemplate",
    metadata: { name: `${cluster}-md-0` },
    spec: { template: { spec } },
  };
}
