import { defineExtension } from "../extension";
import { putText } from "../put";
import { oneLine, wholeLines } from "../unit-text";

export const chrony = defineExtension({
  id: "chrony",
  title: "chrony",
  kind: "bakery",
  category: "time",
  summary: "NTP client and server in place of systemd-timesyncd.",
  aliases: ["ntp", "clock"],
  homepage: "https://chrony-project.org/",
  docs: "https://flatcar.github.io/sysext-bakery/chrony/",
  versionPattern: "^\\d+\\.\\d+(\\.\\d+)?$",
  trackDepth: 1,
  updates: "any",
  activation: "reboot",
  restartUnits: ["chronyd.service"],
  ships: [
    "chronyd",
    "chronyc",
    "/usr/lib/chrony/envvars (OPTIONS)",
    "chronyd.service",
  ],
  units: [
    {
      // The bakery's page links chrony.service, which the image does not have.
      name: "chronyd.service",
      start: "link",
      path: "/usr/lib/systemd/system/chronyd.service",
      wantedBy: "multi-user.target",
    },
  ],
  misnamedUnits: { "chrony.service": "chronyd.service" },
  requires: [],
  conflicts: [],
  params: {
    servers: {
      type: "list",
      label: "NTP servers",
      default: [
        "0.flatcar.pool.ntp.org",
        "1.flatcar.pool.ntp.org",
        "2.flatcar.pool.ntp.org",
        "3.flatcar.pool.ntp.org",
      ],
    },
    extraConf: {
      type: "text",
      label: "More of chrony.conf",
      default: "driftfile /var/lib/chrony/drift\nmakestep 1.0 3\nrtcsync\n",
    },
    maskTimesyncd: {
      type: "boolean",
      label: "Mask systemd-timesyncd",
      default: true,
      help: "chronyd.service cannot run beside it, nor beside ntpd.",
    },
  },
  notes: ["Cannot run beside systemd-timesyncd.service or ntpd.service."],
  verify: ["systemctl status chronyd.service", "chronyc tracking"],
  compose(params, context) {
    const servers = params.servers.map(oneLine).filter((each) => each !== "");
    putText(
      context,
      "/etc/chrony/chrony.conf",
      servers.map((each) => `server ${each} iburst\n`).join("") +
        wholeLines(params.extraConf),
      { from: "servers" },
    );
    if (!params.maskTimesyncd) return;
    context.document.putUnit(
      { name: "systemd-timesyncd.service", mask: true },
      {
        comment: "chronyd keeps the time; the two cannot run side by side.",
        origin: context.at("maskTimesyncd"),
      },
    );
  },
});
