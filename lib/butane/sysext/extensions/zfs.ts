import { defineExtension } from "../extension";
import { putDropin, putText, putUnit } from "../put";
import { execArguments, unitText, words } from "../unit-text";

/** Words between the pool's name and its disks; a stripe has none. */
const layouts: ReadonlySet<string> = new Set(["mirror", "raidz", "raidz2"]);

export const zfs = defineExtension({
  id: "zfs",
  title: "ZFS",
  kind: "flatcar",
  category: "storage",
  summary: "ZFS kernel modules and tools, built for every OS release.",
  aliases: ["zpool", "filesystem"],
  homepage: "https://openzfs.org/",
  updates: "none",
  activation: "next-boot",
  ships: ["zfs", "zpool", "kernel modules"],
  units: [],
  requires: [],
  conflicts: [],
  since: [3913, 0, 0],
  params: {
    devices: {
      type: "list",
      label: "Disks for a new pool",
      default: [],
      help: "Paths below /dev/disk/by-id. Empty creates no pool.",
    },
    pool: { type: "string", label: "Name of the pool", default: "tank" },
    layout: {
      type: "select",
      label: "Layout",
      default: "stripe",
      options: [
        { value: "stripe", label: "Stripe (no redundancy)" },
        { value: "mirror", label: "Mirror" },
        { value: "raidz", label: "RAID-Z" },
        { value: "raidz2", label: "RAID-Z2" },
      ],
    },
    datasets: {
      type: "list",
      label: "Datasets of the new pool",
      default: [],
      placeholder: "-o mountpoint=/srv/data tank/data",
      help: "What follows zfs create: options, and the name with the pool's. Made with the pool, on the first boot.",
    },
    docker: {
      type: "boolean",
      label: "Docker keeps its data in the pool",
      default: false,
      help: 'Writes /etc/docker/daemon.json with the zfs storage driver. A daemon.json of your own must name it: "storage-driver": "zfs".',
    },
  },
  notes: [
    "Experimental: an OS update may be held back while ZFS does not build for it.",
    "The pool is created on the first boot only and takes the disks whole.",
  ],
  verify: ["zpool status", "zfs list"],
  compose(params, context) {
    const devices = params.devices.map(execArguments).filter((each) => each);
    if (devices.length === 0) return;
    const pool = execArguments(params.pool) || "tank";
    const layout = layouts.has(params.layout) ? params.layout : "";
    putUnit(
      context,
      "zpool-create.service",
      unitText({
        Unit: [
          "Description=Create the ZFS pool",
          "ConditionFirstBoot=1",
          "Before=first-boot-complete.target",
          "Wants=first-boot-complete.target",
        ],
        Service: [
          "Type=oneshot",
          `ExecStart=${words("zpool create", pool, layout, ...devices)}`,
          ...params.datasets
            .map(execArguments)
            .map(
              (dataset) => dataset !== "" && `ExecStart=zfs create ${dataset}`,
            ),
          params.docker &&
            `ExecStart=zfs create -o mountpoint=/var/lib/docker ${pool}/docker`,
        ],
        Install: ["WantedBy=multi-user.target"],
      }),
      "devices",
    );
    if (!params.docker) return;
    // Two files for one path are refused; a daemon.json that already names a driver stands alone.
    const isNamed = ["docker", "builtin:docker"].some((id) =>
      String(context.valueOf(id, "daemonJson") ?? "").includes(
        '"storage-driver"',
      ),
    );
    if (!isNamed) {
      putText(
        context,
        "/etc/docker/daemon.json",
        '{\n  "storage-driver": "zfs"\n}\n',
        { from: "docker" },
      );
    }
    putDropin(
      context,
      "docker.service",
      "zfs.conf",
      unitText({
        Unit: [
          "# zfs.target is reached before the first boot has made the pool.",
          "After=zfs.target zpool-create.service",
        ],
      }),
      "docker",
    );
  },
});
