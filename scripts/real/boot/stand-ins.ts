export interface StandIn {
  readonly path: string;
  readonly text: string;
  readonly mode?: number;
  /** What it stands in for, for the report; absent for a part of the one before. */
  readonly why?: string;
  /** Whether a virtual machine can do without. */
  readonly forContainers?: true;
}

/** Where the stand-in for locksmithctl notes what it was asked. */
export const locksmithNotes = "/run/locksmithctl";

/** Where the stand-in for zpool notes what it was asked. */
export const zpoolNotes = "/var/log/zpool";

/** Where the stand-in for the unit that fetches keys notes for whom. */
export const sshKeysNotes = "/run/metadata-sshkeys";

const inContainer = (unit: string): StandIn => ({
  path: `usr/lib/systemd/system/${unit}.d/50-in-container.conf`,
  text: "[Unit]\nConditionVirtualization=\n",
  why: `\`${unit}\` also runs in a container, which Debian's does not`,
  forContainers: true,
});

/** What the Debian tree gets so that a Flatcar config meets what it counts on. */
export const standIns: readonly StandIn[] = [
  {
    path: "usr/lib/systemd/system-preset/99-default-disable.preset",
    text: "disable *\n",
    why: "units are off unless a preset switches them on, as on Flatcar",
  },
  {
    path: "usr/lib/os-release",
    text: `NAME="Debian in Flatcar's place"
ID=flatcar
VERSION_ID=4593.2.5
SYSEXT_LEVEL=1.0
`,
    why: "`os-release` says that it is Flatcar, for images and layers that fit nothing else",
  },
  inContainer("systemd-sysupdate.timer"),
  inContainer("systemd-sysupdate.service"),
  {
    path: "usr/lib/systemd/system/ensure-sysext.service",
    text: `[Unit]
Description=Start what extensions bring (stand-in for Flatcar's unit)
DefaultDependencies=no
After=systemd-sysext.service
PartOf=systemd-sysext.service
[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/usr/bin/systemctl daemon-reload
ExecStart=/usr/bin/systemctl restart --no-block sockets.target timers.target multi-user.target
[Install]
WantedBy=sysinit.target
`,
    why: "`ensure-sysext.service` as Flatcar before 4628 has it: reads units again after the merge and restarts the targets",
  },
  {
    path: "usr/lib/systemd/system-preset/50-ensure-sysext.preset",
    text: "enable ensure-sysext.service\n",
  },
  {
    path: "usr/lib/systemd/system.conf.d/50-many-starts.conf",
    text: "[Manager]\nDefaultStartLimitIntervalSec=0\n",
    why: "services may be started any number of times: what a node does in weeks, a test does in seconds",
  },
  {
    path: "usr/bin/locksmithctl",
    text: `#!/bin/sh\necho "$*" >> ${locksmithNotes}\n`,
    mode: 0o755,
    why: "`locksmithctl` notes what it is asked; nothing reboots",
  },
  {
    path: "usr/sbin/zpool",
    text: `#!/bin/sh\necho "$*" >> ${zpoolNotes}\n`,
    mode: 0o755,
    why: "`zpool` notes what it is asked: Flatcar's ZFS is an image of its own with a kernel module, which is not here, and no more are the drivers for GPUs",
  },
  {
    path: "usr/lib/systemd/system/coreos-metadata-sshkeys@.service",
    text: `[Unit]
Description=Keys from the metadata service (stand-in for Flatcar's unit)
[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/bin/sh -c "echo %i >> ${sshKeysNotes}"
[Install]
DefaultInstance=core
WantedBy=multi-user.target
`,
    why: "`coreos-metadata-sshkeys@.service` notes whose keys it would fetch",
  },
  {
    path: "usr/bin/sudo",
    text: '#!/bin/sh\nexec "$@"\n',
    mode: 0o755,
    why: "`sudo` runs what it is given: the tests are root already",
  },
];
