import { defineExtension } from "../extension";
import { putText } from "../put";
import { environmentLine, oneLine, putWantsLink } from "../unit-text";
import { compareVersions } from "../version";

const cdiRefresh = ["nvidia-cdi-refresh.service", "nvidia-cdi-refresh.path"];

/** Images of v1.18.0 and before lack the units. */
function hasCdiRefresh(version: string): boolean {
  return compareVersions(version, "v1.18.1") >= 0;
}

export const nvidiaRuntime = defineExtension({
  id: "nvidia-runtime",
  title: "NVIDIA container runtime",
  kind: "bakery",
  category: "gpu",
  summary:
    "Gives containers access to NVIDIA GPUs; the driver comes apart from it.",
  aliases: ["gpu", "cuda", "container toolkit"],
  homepage: "https://github.com/NVIDIA/nvidia-container-toolkit",
  docs: "https://flatcar.github.io/sysext-bakery/nvidia_runtime/",
  versionPattern: "^v\\d+\\.\\d+\\.\\d+$",
  updates: "any",
  activation: "reboot",
  ships: [
    "nvidia-container-runtime",
    "nvidia-ctk",
    "nvidia-container-cli",
    "drop-ins for containerd.service, docker.service and nvidia.service",
    "tmpfiles.d: /etc/containerd/config-nvidia.toml, /etc/nvidia-container-runtime/config.toml",
  ],
  units: [
    ...cdiRefresh.map((name) => ({
      name,
      start: "choice" as const,
      path: `/usr/lib/systemd/system/${name}`,
      wantedBy: "multi-user.target",
    })),
  ],
  requires: ["containerd|docker|builtin:containerd"],
  conflicts: [],
  reloadsManager: false,
  // containerd's drop-in names a file that tmpfiles.d creates.
  lateSettings: ["containerd.service"],
  params: {
    driverVersion: {
      type: "string",
      label: "Driver version",
      default: "",
      placeholder: "460.106.00",
      help: "For the built-in nvidia.service only. Not used with the NVIDIA driver extension.",
    },
    cdiRefresh: {
      type: "boolean",
      label: "Keep the device descriptions (CDI) up to date",
      default: false,
      help: "Starts nvidia-cdi-refresh, which images have from v1.18.1 on. Not verified.",
    },
  },
  notes: [
    "Choose the NVIDIA driver extension as well. Without it Flatcar's own nvidia.service compiles the driver on the first boot, which takes 5 to 10 minutes.",
    "Makes nvidia the default runtime of containerd through a configuration of its own, which excludes another one (Kata, overlaybd, your own).",
    "Options for dockerd that are typed in the Docker settings are joined with those of its drop-in.",
    "With the GPU operator set driver.enabled=false and toolkit.enabled=false.",
    "nvidia-cdi-refresh is in images from v1.18.1 on, and nothing in them starts it.",
  ],
  verify: ["nvidia-smi", "nvidia-ctk --version"],
  compose(params, context) {
    if (params.cdiRefresh && hasCdiRefresh(context.version)) {
      for (const name of cdiRefresh)
        putWantsLink(context.document, { name }, context.at("cdiRefresh"));
    }
    if (context.has("nvidia") || oneLine(params.driverVersion) === "") return;
    putText(
      context,
      "/etc/flatcar/nvidia-metadata",
      environmentLine("NVIDIA_DRIVER_VERSION", params.driverVersion),
      { from: "driverVersion" },
    );
  },
});
