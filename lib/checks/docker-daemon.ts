import { limitFault, paramsOf, type Path } from "@/lib/butane";
import type { Preset } from "@/lib/preset/preset";
import {
  daemonJson,
  typedJson,
} from "@/lib/preset/sections/containers/daemon-json";
import { initial } from "@/lib/preset/sections/containers/schema";
import { valueAt } from "@/lib/set-at";
import type { Check, Finding } from "./check";
import { entriesOf, textAt } from "./document";
import { chosenOf } from "./extensions";
import { isAddress, isInterfaceNetwork } from "./ip";
import { liesOn, mountedOn } from "./mounted";
import { trimmed } from "./trimmed";

const at = ["containers", "daemon"];

/** Fields of daemon.json that keep Docker from starting, or are not written. */
export const dockerDaemon: Check = ({ preset }) => {
  const { daemon } = preset.containers;
  const { mtu, bridge, dataRoot } = trimmed(daemon);
  return [
    ...furtherSettings(daemon.more),
    ...notNumber(mtu),
    ...notNetwork(bridge),
    ...daemon.registryMirrors.flatMap(notMirror),
    ...daemon.dns.flatMap(notServer),
    ...notPath(dataRoot),
  ];
};

/** What is typed as JSON, beside the fields. */
function furtherSettings(more: string): Finding[] {
  if (more.trim() === "") return [];
  const json = typedJson(more);
  const field = [...at, "more"];
  if (json === undefined)
    return [
      found(
        "daemon-json",
        "This is no JSON object, so nothing of it is written.",
        field,
      ),
    ];
  return "hosts" in json
    ? [
        found(
          "daemon-hosts",
          "Docker does not start: its socket gives it an address as a flag, and hosts in daemon.json is a second one.",
          field,
          "Open a port with the field for Docker's API.",
        ),
      ]
    : [];
}

function notNumber(mtu: string): Finding[] {
  return mtu === "" || /^\d{1,15}$/.test(mtu)
    ? []
    : [
        found(
          "daemon-mtu",
          "Docker does not start: the MTU is a number, such as 1400.",
          [...at, "mtu"],
        ),
      ];
}

function notNetwork(bridge: string): Finding[] {
  return bridge === "" || isInterfaceNetwork(bridge)
    ? []
    : [
        found(
          "daemon-bridge",
          "docker0 takes an address with the length of its network, such as 172.26.0.1/16: this is none.",
          [...at, "bridge"],
        ),
      ];
}

function notMirror(mirror: string, place: number): Finding[] {
  return /^\s*(?:https?:\/\/\S+\s*)?$/.test(mirror)
    ? []
    : [
        found(
          "daemon-mirror",
          `Docker does not start: a mirror is an address, https://${mirror.replace(/^(?:\w*:)?\/+/, "") || "mirror.example.com"}.`,
          [...at, "registryMirrors", place],
        ),
      ];
}

function notServer(server: string, place: number): Finding[] {
  return server.trim() === "" || isAddress(server.trim())
    ? []
    : [
        found(
          "daemon-dns",
          `Docker does not start: ${server} is no IP address, and it takes DNS servers by address alone.`,
          [...at, "dns", place],
        ),
      ];
}

function notPath(dataRoot: string): Finding[] {
  return dataRoot === "" || dataRoot.startsWith("/")
    ? []
    : [
        found(
          "daemon-data-root",
          "This is no path on the node: the data folder begins with a slash.",
          [...at, "dataRoot"],
        ),
      ];
}

/** A setting that stands both in daemon.json and in the flags: Docker refuses to start. */
export const dockerFlags: Check = ({ preset }) => {
  const keys = Object.keys(
    typedJson(daemonJson(preset.containers.daemon)) ?? {},
  );
  if (keys.length === 0) return [];
  return chosenOf(preset).flatMap(({ extension, chosen, at }): Finding[] => {
    const flags = extension && paramsOf(extension, chosen)["dockerOpts"];
    if (typeof flags !== "string") return [];
    const both = keys.filter((key) => isFlag(flags, key));
    return both.length === 0
      ? []
      : [
          found(
            "daemon-flag-twice",
            `Docker does not start: ${both.join(" and ")} ${both.length === 1 ? "is" : "are"} in daemon.json as well, and each may stand in one place.`,
            at("params", "dockerOpts"),
          ),
        ];
  });
};

/** What is set for a Docker that the node does not have. */
export const dockerMissing: Check = ({ preset }) => {
  const { start, daemon, disk } = preset.containers;
  const off = preset.extensions.builtinOff;
  const isSet =
    start ||
    disk !== "" ||
    JSON.stringify(daemon) !== JSON.stringify(initial.daemon);
  if (!isSet || !off.includes("docker") || hasDocker(preset)) return [];
  return [
    {
      kind: "warning",
      code: "docker-missing",
      sentence:
        "This node has no Docker: the built-in one is off and no other is chosen, so these settings have no effect.",
      field: ["containers"],
      fix: {
        label: "Switch the built-in Docker on",
        edits: [
          {
            path: ["extensions", "builtinOff"],
            // Docker needs containerd.
            value: [],
          },
        ],
      },
    },
  ];
};

const limits = [
  ["memlock", "LimitMEMLOCK", "a size such as 64M"],
  ["files", "LimitNOFILE", "a number such as 1048576"],
] as const;

/** Limits that systemd does not read, in whose place its own hold. */
export const dockerLimits: Check = ({ preset }) =>
  limits.flatMap(([name, key, form]): Finding[] => {
    const value = trimmed(preset.containers.limits)[name];
    const fault = limitFault(key, value);
    if (!fault) return [];
    const { instead } = fault;
    const path = ["containers", "limits", name];
    return [
      {
        ...found(
          "docker-limit",
          `${key}= cannot be ${value}: systemd ignores it, and containers get what they had without.`,
          path,
          `It takes ${form}, infinity, or two with a colon, the soft one first and not above the hard one.`,
        ),
        kind: "warning",
        ...(instead === undefined
          ? {}
          : {
              fix: {
                label: `Use ${instead}`,
                edits: [{ path, value: instead }],
              },
            }),
      },
    ];
  });

/** A disk that Docker waits for, and that nothing mounts. */
export const dockerDisk: Check = ({ preset, composed }) => {
  const { disk } = trimmed(preset.containers);
  if (disk === "") return [];
  const field = ["containers", "disk"];
  if (!disk.startsWith("/"))
    return [found("docker-disk", "A mount point begins with a slash.", field)];
  const root = dataRootOf(preset);
  if (root !== undefined && !liesOn(root, [disk]))
    return [
      {
        kind: "warning",
        code: "docker-disk-elsewhere",
        sentence: `Docker waits for ${disk} and keeps its data in ${root}, which is not on it.`,
        field,
      },
    ];
  const { bySystemd, byZfs, isOpen } = mountedOn(preset, composed);
  if (liesOn(disk, bySystemd)) return [];
  if (liesOn(disk, byZfs)) return waitsForZfs(composed) ? [] : [unwaited(disk)];
  if (isOpen) return [];
  return [
    {
      kind: "warning",
      code: "docker-disk-unmounted",
      sentence: `Nothing mounts ${disk} on this node, so Docker waits for nothing and keeps its data on the root filesystem.`,
      why: "Add the filesystem under Storage, with a mount unit.",
      field,
    },
  ];
};

/** Where Docker keeps its data; unknown where it has a daemon.json in somebody's own words, or flags. */
function dataRootOf(preset: Preset): string | undefined {
  const { daemon } = preset.containers;
  const hasOwn = chosenOf(preset).some(
    ({ chosen: { params } }) => params.daemonJson || params.dockerOpts,
  );
  if (hasOwn) return undefined;
  const root =
    valueAt(typedJson(daemon.more), ["data-root"]) ??
    (daemon.dataRoot.trim() || "/var/lib/docker");
  return typeof root === "string" && root.startsWith("/") ? root : undefined;
}

function unwaited(disk: string): Finding {
  return {
    kind: "warning",
    code: "docker-disk-zfs",
    sentence: `ZFS mounts ${disk} by itself, and Docker does not wait for that: it may start before, on the root filesystem.`,
    why: "Give docker.service a drop-in with After=zfs.target under [Unit].",
    field: ["containers", "disk"],
  };
}

function waitsForZfs(composed: Parameters<Check>[0]["composed"]): boolean {
  return entriesOf(composed, ["systemd", "units"]).some(({ value }) => {
    const dropins = valueAt(value, ["dropins"]);
    return (
      textAt(value, "name") === "docker.service" &&
      Array.isArray(dropins) &&
      dropins.some((one) =>
        /^\s*(?:After|Requires|Wants)\s*=.*\bzfs/m.test(
          textAt(one, "contents"),
        ),
      )
    );
  });
}

function hasDocker(preset: Preset): boolean {
  return chosenOf(preset).some(
    ({ chosen, extension }) => extension?.id === "docker" || chosen.own,
  );
}

/** A flag of dockerd has the name of its key, of lists in the singular. */
function isFlag(flags: string, key: string): boolean {
  const one = key.replace(/ies$/, "y").replace(/s$/, "");
  return flags.split(/\s+/).some((word) => {
    const flag = /^--([\w-]+)/.exec(word)?.[1];
    return (
      flag === key || flag === one || (key === "log-opts" && flag === "log-opt")
    );
  });
}

function found(
  code: string,
  sentence: string,
  field: Path,
  why?: string,
): Finding {
  return { kind: "error", code, sentence, field, ...(why ? { why } : {}) };
}
