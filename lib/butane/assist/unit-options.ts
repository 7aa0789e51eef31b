/** What an option of systemd's files does, in one line, with values worth offering. */
export interface UnitOption {
  readonly help: string;
  readonly values?: readonly string[];
}

type Section = Readonly<Record<string, UnitOption>>;

const yesNo = ["true", "false"];
const option = (help: string, values?: readonly string[]): UnitOption =>
  values ? { help, values } : { help };

const targets = [
  "multi-user.target",
  "network-online.target",
  "local-fs.target",
  "timers.target",
  "sockets.target",
];

const install: Section = {
  WantedBy: option("Starts with these units once enabled.", targets),
  RequiredBy: option(
    "Starts with these units once enabled, and they fail without it.",
    targets,
  ),
  UpheldBy: option("These units keep it running once enabled.", targets),
  Alias: option("Further names it gets once enabled."),
  Also: option("Units that are enabled and disabled along with it."),
};

const unit: Section = {
  Description: option("What people see in logs and lists."),
  Documentation: option("Addresses of its documentation."),
  After: option("Starts only when these are up, if they start at all.", [
    "network-online.target",
    "docker.service",
    "containerd.service",
    "systemd-sysext.service",
  ]),
  Before: option("Starts before these, if they start at all."),
  Wants: option("Starts these along with it, and goes on if they fail.", [
    "network-online.target",
  ]),
  Requires: option("Starts these along with it, and stops when they stop."),
  BindsTo: option("Like `Requires`, and stops as soon as they are gone."),
  PartOf: option("Stops and restarts along with these."),
  Upholds: option("Keeps these running while it runs."),
  Conflicts: option("Cannot run at the same time as these."),
  OnFailure: option("Units to start when it fails."),
  ConditionPathExists: option(
    "Is skipped unless this path exists; with `!` unless it does not.",
  ),
  ConditionFirstBoot: option("Is skipped unless it is the first boot.", [
    "yes",
    "no",
  ]),
  RequiresMountsFor: option(
    "Waits until the filesystems of these paths are mounted.",
  ),
  DefaultDependencies: option("Whether the usual order of boot applies.", [
    "no",
    "yes",
  ]),
  StartLimitIntervalSec: option(
    "Span in which starts are counted; 0 never gives up.",
  ),
  StartLimitBurst: option("How many starts in that span are let through."),
};

const service: Section = {
  Type: option("How systemd knows that it is up.", [
    "simple",
    "exec",
    "oneshot",
    "notify",
    "forking",
    "dbus",
    "idle",
  ]),
  ExecStartPre: option(
    "Runs before it; with `-` in front a failure does not matter.",
  ),
  ExecStart: option(
    "The command that is the service. In a drop-in, clear it with an empty line first.",
  ),
  ExecStartPost: option("Runs once it is up."),
  ExecStop: option("Runs to stop it."),
  ExecStopPost: option("Runs after it stopped, however it did."),
  ExecReload: option("Runs on reload."),
  Restart: option("When it is started again.", [
    "no",
    "on-failure",
    "always",
    "on-success",
    "on-abnormal",
  ]),
  RestartSec: option("Wait before it is started again, such as `5s`."),
  RemainAfterExit: option(
    "Whether it counts as up after its commands ended.",
    yesNo,
  ),
  TimeoutStartSec: option("How long it may take to come up; 0 waits for ever."),
  TimeoutStopSec: option("How long it may take to stop before it is killed."),
  Environment: option(
    "Variables, such as `NAME=value`; quote a value with blanks.",
  ),
  EnvironmentFile: option(
    "File with variables; with `-` in front it may be missing.",
    ["/run/metadata/flatcar"],
  ),
  WorkingDirectory: option("Directory it runs in."),
  User: option("User it runs as."),
  Group: option("Group it runs as."),
  KillMode: option("What is killed on stop.", [
    "control-group",
    "mixed",
    "process",
    "none",
  ]),
  LimitNOFILE: option("How many files it may have open."),
  Delegate: option("Whether it manages control groups of its own.", yesNo),
  Slice: option("Slice whose limits it shares."),
  MemoryMax: option("Memory at which it is killed, such as `512M`."),
  CPUQuota: option("Share of one CPU it may use, such as `50%`."),
  StateDirectory: option("Directory below `/var/lib` that is made for it."),
  StandardOutput: option("Where its output goes.", ["journal", "null", "tty"]),
};

const socket: Section = {
  ListenStream: option(
    "Port, address or path to listen on. In a drop-in, clear it with an empty line first.",
  ),
  ListenDatagram: option("UDP port, address or path to listen on."),
  FreeBind: option("Whether the address may come up later.", yesNo),
  BindIPv6Only: option("Whether it takes IPv6 only.", [
    "default",
    "both",
    "ipv6-only",
  ]),
  Accept: option("Whether every connection gets its own service.", [
    "yes",
    "no",
  ]),
  Service: option("Service to start; its own name's when absent."),
  SocketMode: option("Permissions of a socket file, in octal."),
};

const timer: Section = {
  OnCalendar: option("When it runs, such as `daily` or `Mon *-*-* 04:00`.", [
    "daily",
    "hourly",
    "weekly",
  ]),
  OnBootSec: option("How long after boot it runs."),
  OnUnitActiveSec: option("How long after its last run it runs again."),
  RandomizedDelaySec: option(
    "Spreads runs over this span, so that nodes do not all act at once.",
  ),
  Persistent: option("Whether a run missed while off is made up for.", yesNo),
  Unit: option("Unit to start; its own name's service when absent."),
};

const mount: Section = {
  What: option("Device or share to mount."),
  Where: option(
    "Where to mount it; the unit's name has to be this path, escaped.",
  ),
  Type: option("Kind of filesystem.", ["ext4", "btrfs", "xfs", "vfat", "nfs4"]),
  Options: option("Options for mounting.", ["defaults", "noatime"]),
};

const pathSection: Section = {
  PathExists: option("Starts its service when this path exists."),
  PathChanged: option(
    "Starts its service when this file was changed and closed.",
  ),
  PathModified: option("Starts its service at every change of this file."),
  DirectoryNotEmpty: option(
    "Starts its service when this directory holds something.",
  ),
  Unit: option("Unit to start; its own name's service when absent."),
};

const types = [
  "url-file",
  "url-tar",
  "regular-file",
  "directory",
  "tar",
  "partition",
];

const sysupdate = {
  Transfer: {
    Verify: option(
      "Whether `SHA256SUMS` must be signed; the bakery's is not.",
      ["false", "true"],
    ),
    ProtectVersion: option("A version that is never taken away."),
    MinVersion: option("Older versions are not looked at."),
  },
  Source: {
    Type: option("What newer versions come as.", types),
    Path: option("Address or directory they come from."),
    MatchPattern: option(
      "Names of the files; `@v` stands for the version, `%a` for the architecture.",
    ),
  },
  Target: {
    Type: option("What is written.", types),
    Path: option("Directory it is written to."),
    MatchPattern: option(
      "Names of the files here; `@v` stands for the version.",
    ),
    Mode: option("Permissions of the file, in octal."),
    InstancesMax: option("How many versions are kept."),
    CurrentSymlink: option("Link that points at the newest version."),
  },
} satisfies Record<string, Section>;

const network = {
  Match: {
    Name: option("Names of interfaces, with wildcards: `eth*`."),
    MACAddress: option("Hardware addresses of interfaces."),
    Type: option("Kind of interface.", ["ether", "wlan", "loopback"]),
  },
  Network: {
    Address: option("Address with its prefix: `10.0.0.5/24`."),
    Gateway: option("Address of the gateway."),
    DNS: option("Name servers."),
    Domains: option(
      "Domains to search; `~.` sends all names to this link's servers.",
    ),
    DHCP: option("Whether addresses come by DHCP.", [
      "yes",
      "no",
      "ipv4",
      "ipv6",
    ]),
    Bond: option("Bond that the interface joins."),
    Bridge: option("Bridge that the interface joins."),
    VLAN: option("VLAN on top of the interface."),
    NTP: option("Time servers."),
    LinkLocalAddressing: option(
      "Whether it gets an address of its own making.",
      ["yes", "no", "ipv4", "ipv6"],
    ),
  },
  NetDev: {
    Name: option("Name of the device to make."),
    Kind: option("What to make.", [
      "bond",
      "bridge",
      "vlan",
      "wireguard",
      "dummy",
      "vxlan",
    ]),
    MTUBytes: option("Largest packet."),
  },
  Link: {
    MTUBytes: option("Largest packet."),
    RequiredForOnline: option("Whether the boot waits for it.", ["yes", "no"]),
    Unmanaged: option("Whether networkd leaves it alone.", ["yes", "no"]),
  },
  DHCPv4: {
    UseDNS: option("Whether its name servers are taken.", ["yes", "no"]),
    UseRoutes: option("Whether its routes are taken.", ["yes", "no"]),
    RouteMetric: option("Weight of its routes; the lowest wins."),
  },
  Route: {
    Destination: option("Network the route leads to."),
    Gateway: option("Address it leads through."),
    Metric: option("Weight of the route; the lowest wins."),
  },
} satisfies Record<string, Section>;

const sections: Readonly<Record<string, Section>> = {
  Service: service,
  Socket: socket,
  Timer: timer,
  Mount: mount,
  Automount: {
    Where: option("Where to mount it once somebody looks there."),
    TimeoutIdleSec: option("How long it may be idle before it is unmounted."),
  },
  Swap: { What: mount.What!, Options: mount.Options! },
  Path: pathSection,
};

/** The section that the kind of a unit adds to `[Unit]` and `[Install]`. */
const ofKind: Readonly<Record<string, string>> = {
  service: "Service",
  socket: "Socket",
  timer: "Timer",
  mount: "Mount",
  automount: "Automount",
  swap: "Swap",
  path: "Path",
};

/**
 * The sections that a file may have, by its name: a unit, what changes a unit (`docker.service` and `10-x.conf`), a
 * file of systemd-networkd, a transfer file. `null` for files that systemd does not read.
 */
export function sectionsFor(
  name: string,
): Readonly<Record<string, Section>> | null {
  if (/\.(?:network|netdev|link)$/.test(name)) return network;
  if (/\/sysupdate\.[^/]*d\/|\.transfer$|\/etc\/sysupdate/.test(name))
    return sysupdate;
  const kind = /\.([a-z]+)$/.exec(name)?.[1] ?? "";
  if (kind === "target" || kind === "slice" || kind === "scope")
    return { Unit: unit, Install: install };
  const own = ofKind[kind];
  if (!own) return null;
  return { Unit: unit, [own]: sections[own]!, Install: install };
}
