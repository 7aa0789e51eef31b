import { defineExtension } from "../extension";
import { putText } from "../put";
import { environmentLine, oneLine } from "../unit-text";

/** The one that the image starts without being told. */
const shipped = "scx_bpfland";

const schedulers = [
  shipped,
  "scx_lavd",
  "scx_rusty",
  "scx_rustland",
  "scx_beerland",
  "scx_flash",
  "scx_layered",
  "scx_rlfifo",
  "scx_wd40",
  "scx_chaos",
  "scx_cosmos",
  "scx_mitosis",
  "scx_p2dq",
  "scx_tickless",
];

export const scx = defineExtension({
  id: "scx",
  title: "sched-ext schedulers",
  kind: "bakery",
  category: "tools",
  summary: "CPU schedulers written in BPF.",
  aliases: ["scheduler", "bpf", "sched_ext"],
  homepage: "https://github.com/sched-ext/scx",
  docs: "https://flatcar.github.io/sysext-bakery/scx/",
  versionPattern: "^v\\d+\\.\\d+\\.\\d+$",
  neverReleased: ["v1.0.19"],
  updates: "any",
  activation: "reboot",
  restartUnits: ["scx.service"],
  ships: ["scx_* schedulers", "scxtop", "scxcash", "scx.service"],
  units: [
    {
      name: "scx.service",
      start: "link",
      path: "/usr/lib/systemd/system/scx.service",
      wantedBy: "multi-user.target",
    },
  ],
  requires: [],
  conflicts: [],
  params: {
    scheduler: {
      type: "select",
      label: "Scheduler",
      default: shipped,
      options: schedulers.map((value) => ({ value, label: value })),
    },
    flags: { type: "string", label: "Flags", default: "" },
  },
  notes: [
    "The service is skipped on a kernel without sched_ext (/sys/kernel/sched_ext).",
    "scx_simple is not offered: the image is built without it (not verified).",
  ],
  verify: [
    "systemctl status scx.service",
    "cat /sys/kernel/sched_ext/root/ops",
  ],
  compose(params, context) {
    const flags = oneLine(params.flags);
    // The unit hands it to a shell: it is one of those that exist, or the image's.
    const scheduler = schedulers.includes(params.scheduler)
      ? params.scheduler
      : shipped;
    if (scheduler === shipped && flags === "") return;
    putText(
      context,
      "/etc/default/scx",
      environmentLine("SCX_SCHEDULER_OVERRIDE", scheduler) +
        environmentLine("SCX_FLAGS_OVERRIDE", flags),
      { from: "scheduler" },
    );
  },
});
