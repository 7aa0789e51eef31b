import { defineExtension, type ExtensionContext } from "../extension";
import { putDropin } from "../put";
import { environment, oneLine, putWantsLink, unitText } from "../unit-text";

const builtIntoUnit = "/home/core/.kube/config";

function kubeconfigOf(typed: string, context: ExtensionContext): string {
  if (typed !== "") return typed;
  if (context.has("k3s")) return "/etc/rancher/k3s/k3s.yaml";
  if (context.has("rke2")) return "/etc/rancher/rke2/rke2.yaml";
  return builtIntoUnit;
}

export const cilium = defineExtension({
  id: "cilium",
  title: "Cilium CLI",
  kind: "bakery",
  category: "kubernetes",
  summary: "Installs the Cilium network into the node's own cluster.",
  aliases: ["cni", "ebpf", "hubble"],
  homepage: "https://github.com/cilium/cilium-cli",
  docs: "https://flatcar.github.io/sysext-bakery/cilium/",
  versionPattern: "^v\\d+\\.\\d+\\.\\d+$",
  updates: "any",
  activation: "reboot",
  ships: ["/usr/local/bin/cilium", "cilium.service"],
  units: [
    {
      name: "cilium.service",
      start: "choice",
      path: "/usr/lib/systemd/system/cilium.service",
      wantedBy: "multi-user.target",
    },
  ],
  requires: ["kubernetes|k3s|rke2"],
  conflicts: [],
  reloadsManager: false,
  params: {
    enable: {
      type: "boolean",
      label: "Run cilium install at boot",
      default: true,
      help: "Only on the node that starts the cluster.",
    },
    installArgs: {
      type: "string",
      label: "cilium install arguments",
      default: "--set kubeProxyReplacement=true --namespace=kube-system",
    },
    kubeconfig: {
      type: "string",
      label: "kubeconfig",
      default: "",
      placeholder: builtIntoUnit,
      help: "Empty takes the one of the chosen Kubernetes.",
    },
  },
  notes: [
    "The version is the command's, not Cilium's.",
    "Belongs on the control plane: it needs an administrator's kubeconfig.",
    "The unit would pass all arguments as one word and run the installation again without end; the drop-in mends both (not verified).",
  ],
  verify: ["cilium status"],
  compose(params, context) {
    const kubeconfig = kubeconfigOf(oneLine(params.kubeconfig), context);
    putDropin(
      context,
      "cilium.service",
      "10-cilium-env-override.conf",
      unitText({
        Service: [
          environment("CILIUM_INSTALL_ARGS", params.installArgs),
          kubeconfig !== builtIntoUnit && environment("KUBECONFIG", kubeconfig),
          "# Without braces, so that the arguments are split into words.",
          "ExecStart=",
          "ExecStart=/usr/local/bin/cilium install $CILIUM_INSTALL_ARGS",
          "Restart=on-failure",
          "RestartSec=15",
        ],
      }),
      "installArgs",
    );
    if (params.enable) {
      putWantsLink(
        context.document,
        { name: "cilium.service" },
        context.at("enable"),
      );
    }
  },
});
