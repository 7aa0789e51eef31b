import { paramsOf } from "@/lib/butane";
import type { Check } from "./check";
import { chosenOf } from "./extensions";

/** containerd 1.7 refuses a configuration in the format of 2.x, which its images bring all the same. */
export const containerdFormat: Check = ({ preset }) =>
  chosenOf(preset).flatMap(({ extension, chosen, at }) => {
    if (extension?.id !== "containerd" || !/^1\./.test(chosen.version))
      return [];
    const config = String(paramsOf(extension, chosen).customConfig);
    return /^\s*version\s*=\s*3\b/m.test(config)
      ? [
          {
            kind: "warning" as const,
            code: "containerd-format-too-new",
            sentence: `containerd ${chosen.version} does not start with this config.toml: version = 3 of the format came with containerd 2. Not verified.`,
            why: "Version 2 is read by 1.7 and 2.x alike; it names some plugins otherwise (io.containerd.grpc.v1.cri).",
            field: at("params", "customConfig"),
          },
        ]
      : [];
  });

/** What a configuration file of kubeadm says, and so no argument may. */
const saidInFile = [
  "apiserver-advertise-address",
  "apiserver-bind-port",
  "apiserver-cert-extra-sans",
  "cert-dir",
  "control-plane-endpoint",
  "feature-gates",
  "image-repository",
  "kubernetes-version",
  "pod-network-cidr",
  "service-cidr",
  "service-dns-domain",
  "token",
  "token-ttl",
];

/** kubeadm init takes its settings from a file or from arguments, and stops where it gets both. */
export const kubeadmArguments: Check = ({ preset }) =>
  chosenOf(preset).flatMap(({ extension, chosen, at }) => {
    if (extension?.id !== "kubernetes") return [];
    const { role, kubeadmConfig, initArgs } = paramsOf(extension, chosen);
    if (role !== "control-plane" || String(kubeadmConfig).trim() === "")
      return [];
    const typed = String(initArgs);
    const both = saidInFile.filter((name) =>
      new RegExp(`(?:^|\\s)--${name}(?:[\\s=]|$)`).test(typed),
    );
    return both.length > 0
      ? [
          {
            kind: "error" as const,
            code: "kubeadm-said-twice",
            sentence: `kubeadm init does not take ${both.map((name) => `--${name}`).join(" and ")} beside a configuration file: it stops, and there is no cluster. Say it in the file.`,
            field: at("params", "initArgs"),
          },
        ]
      : [];
  });
