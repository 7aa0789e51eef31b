import { putContainerdConfig } from "../containerd-config";
import { defineExtension } from "../extension";

export const overlaybd = defineExtension({
  id: "overlaybd",
  title: "overlaybd",
  kind: "flatcar",
  category: "storage",
  summary:
    "containerd snapshotter that starts containers before their image is complete.",
  aliases: ["snapshotter", "lazy pulling", "accelerated container image"],
  homepage: "https://github.com/containerd/accelerated-container-image",
  updates: "none",
  activation: "next-boot",
  ships: ["overlaybd snapshotter"],
  units: [],
  requires: ["containerd|docker|builtin:containerd"],
  conflicts: [],
  since: [4426, 0, 0],
  params: {},
  notes: [
    "Its service starts by itself from 4515 on.",
    "Needs a containerd configuration of its own, which replaces the one of the OS (not verified).",
    "Fetched before the first boot goes on, and with every OS update; a failed download fails the boot.",
  ],
  verify: ["sudo ctr plugins ls"],
  compose(_params, context) {
    putContainerdConfig(context);
  },
});
