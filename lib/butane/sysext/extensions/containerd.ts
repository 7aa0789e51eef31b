import {
  putContainerdConfig,
  pointToContainerdConfig,
} from "../containerd-config";
import { defineExtension } from "../extension";

export const containerd = defineExtension({
  id: "containerd",
  title: "containerd (own version)",
  kind: "bakery",
  category: "container-runtime",
  summary: "A containerd version of your choice, with runc, without Docker.",
  aliases: ["runc", "ctr"],
  homepage: "https://github.com/containerd/containerd",
  docs: "https://flatcar.github.io/sysext-bakery/containerd/",
  versionPattern: "^\\d+\\.\\d+\\.\\d+$",
  trackDepth: 2,
  updates: "patch",
  activation: "reboot",
  ships: [
    "/usr/bin/containerd",
    "/usr/bin/ctr",
    "shims",
    "/usr/bin/runc",
    "containerd.service",
    "/usr/share/containerd/config.toml",
    "/usr/share/containerd/config-cgroupfs.toml",
  ],
  units: [{ name: "containerd.service", start: "upheld" }],
  requires: [],
  conflicts: ["docker", "builtin:docker", "builtin:containerd"],
  switchesOff: ["docker", "containerd"],
  params: {
    customConfig: {
      type: "text",
      language: "toml",
      label: "config.toml",
      default: "",
      help: "The whole file. Format version 3 for containerd 2.x, version 2 for all.",
    },
    cgroupDriver: {
      type: "select",
      label: "cgroup driver",
      default: "systemd",
      options: [
        { value: "systemd", label: "systemd" },
        { value: "cgroupfs", label: "cgroupfs" },
      ],
      help: "Has no effect beside a config.toml of your own.",
    },
  },
  notes: [
    "Flatcar's built-in containerd has to be off, and the built-in Docker with it, which needs that one.",
    "Images of the 1.7 series bring a configuration that containerd 1.7 refuses; a small one is written in its place (not verified).",
  ],
  verify: ["systemctl status containerd.service", "sudo ctr version"],
  compose(params, context) {
    const series1 = context.version.startsWith("1.");
    const from =
      params.customConfig.trim() === "" ? "cgroupDriver" : "customConfig";
    const written = putContainerdConfig(context, { from, minimal: series1 });
    if (!written && params.cgroupDriver === "cgroupfs") {
      pointToContainerdConfig(
        context,
        "/usr/share/containerd/config-cgroupfs.toml",
        "cgroupDriver",
      );
    }
  },
});
