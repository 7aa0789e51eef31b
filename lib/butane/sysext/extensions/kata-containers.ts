import { putContainerdConfig } from "../containerd-config";
import { defineExtension } from "../extension";
import { putDropin } from "../put";
import { unitText } from "../unit-text";

export const kataContainers = defineExtension({
  id: "kata-containers",
  title: "Kata Containers",
  kind: "bakery",
  category: "virtualization",
  summary:
    "Container runtime that puts every pod into a light virtual machine.",
  aliases: ["kata", "kvm", "sandbox"],
  homepage: "https://katacontainers.io/",
  docs: "https://flatcar.github.io/sysext-bakery/kata-containers/",
  versionPattern: "^\\d+\\.\\d+\\.\\d+$",
  neverReleased: ["3.21.0"],
  // While merged it makes /opt read-only, and newer images could not be stored.
  updates: "none",
  activation: "reboot",
  ships: [
    "/opt/kata (runtime, agent, kernel, QEMU, Cloud Hypervisor)",
    "/usr/bin/kata-runtime",
    "/usr/bin/containerd-shim-kata-v2",
    "/usr/bin/kata-collect-data.sh",
  ],
  units: [],
  requires: ["containerd|docker|builtin:containerd"],
  conflicts: [],
  params: {
    runtimeStanza: {
      type: "boolean",
      label: "Make the runtime known to containerd",
      default: true,
      help: "Writes a containerd configuration with the runtime kata in it.",
    },
    keepOptWritable: {
      type: "boolean",
      label: "Keep /opt writable",
      default: false,
      help: "Merges in mutable mode, which Flatcar has from 3975 on. Not verified.",
    },
  },
  notes: [
    "Needs KVM: real hardware or nested virtualization.",
    "Brings files below /opt, which becomes read-only while it is merged: updates of any extension and programs that write to /opt (network plugins in /opt/cni/bin) fail (not verified).",
    "The cluster needs a RuntimeClass with the handler kata.",
    "The containerd configuration replaces the one of the OS (not verified).",
  ],
  verify: ["sudo kata-runtime check"],
  compose(params, context) {
    if (params.runtimeStanza) {
      putContainerdConfig(context, { from: "runtimeStanza" });
    }
    if (!params.keepOptWritable) return;
    context.document.putLink(
      { path: "/var/lib/extensions.mutable/opt", target: "/opt" },
      {
        comment: "Writes to /opt go where they always went.",
        origin: context.at("keepOptWritable"),
      },
    );
    putDropin(
      context,
      "systemd-sysext.service",
      "mutable.conf",
      unitText({
        Service: [
          "ExecStart=",
          "ExecStart=systemd-sysext refresh --mutable=auto",
          "ExecReload=",
          "ExecReload=systemd-sysext refresh --mutable=auto",
        ],
      }),
      "keepOptWritable",
    );
  },
});
