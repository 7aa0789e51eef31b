import { emit, parse, type Report, type YamlNode } from "@/lib/butane";
import { emptyPreset, type Preset } from "@/lib/preset";
import type { NotCarriedOver } from "../not-carried-over";
import { bootcmd, runcmd } from "./commands";
import { coreos } from "./coreos";
import { writeFiles } from "./files";
import { Run, type Handler } from "./run";
import { hostname, ntp, sshPwauth, swap, timezone } from "./system";
import {
  chpasswd,
  groups,
  password,
  sshAuthorizedKeys,
  user,
  users,
} from "./users";
import { isNothing, membersOf, type Member } from "./yaml";

export interface FromCloudConfig {
  /** `null` when the text is no YAML, or no mapping. */
  readonly preset: Preset | null;
  readonly report: Report;
  readonly notCarriedOver: readonly NotCarriedOver[];
}

/**
 * Turns a cloud-config, cloud-init's or coreos-cloudinit's, into a node: what has a form goes there, the rest becomes Butane. Every
 * key without a counterpart is told with its line.
 */
export function fromCloudConfig(text: string): FromCloudConfig {
  const source = parse(text);
  const { root } = source;
  if (source.report.length > 0 || (root && !isMapping(root))) {
    return { preset: null, report: source.report, notCarriedOver: [] };
  }
  const run = new Run(source);
  const members = new Map(
    (root ? membersOf(root) : []).map((one) => [one.name, one]),
  );
  // Whose keys those at the top are is said by `user`, wherever it stands.
  const ordered = [...members.values()].sort(
    (one, other) => rank(one) - rank(other),
  );
  hostname(members, run);
  for (const { name, value, keyNode, key } of ordered) {
    if (naming.has(name) || isNothing(value)) continue;
    const handler = handlers[name];
    if (handler) handler(value, run, keyNode);
    else
      run.leave(keyNode, key, reasons[name] ?? "Ignition has no counterpart.");
  }
  const left = [...run.left].sort((one, other) => one.line! - other.line!);
  return { preset: presetOf(run), report: [], notCarriedOver: left };
}

function presetOf(run: Run): Preset {
  const { text } = emit(run.document);
  // The head is the target's to say.
  const body = text.replace(/^variant: .*\nversion: .*\n+/, "");
  return {
    ...emptyPreset(),
    target: run.base.target,
    identity: run.identity,
    osUpdates: run.osUpdates,
    users: { users: [...run.users.values()] },
    rest: { text: body, whole: false },
  };
}

function isMapping(node: YamlNode): boolean {
  return node.kind === "mapping" || isNothing(node);
}

function rank({ name }: Member): number {
  return name === "user" ? 0 : 1;
}

/** They are read together. */
const naming: ReadonlySet<string> = new Set([
  ...["hostname", "fqdn", "preserve_hostname", "prefer_fqdn_over_hostname"],
]);

const handlers: Readonly<Record<string, Handler>> = {
  user,
  users,
  groups,
  ssh_authorized_keys: sshAuthorizedKeys,
  ssh_pwauth: sshPwauth,
  chpasswd,
  password,
  timezone,
  write_files: writeFiles,
  bootcmd,
  runcmd,
  ntp,
  swap,
  coreos,
};

const noPackages =
  "Flatcar has no package manager: use a system extension or a container.";
const grows = "Flatcar's root filesystem grows by itself on every boot.";
const noLocale =
  "Write `/etc/locale.conf` or `/etc/vconsole.conf` as a file where it is needed.";
const asMounts =
  "Write it under storage: `disks` and `filesystems`, with `with_mount_unit: true`.";

/** Keys of cloud-init that people use, and what to do instead. */
const reasons: Readonly<Record<string, string>> = {
  packages: noPackages,
  package_update: noPackages,
  package_upgrade: noPackages,
  package_reboot_if_required: noPackages,
  apt: noPackages,
  yum_repos: noPackages,
  zypper: noPackages,
  snap: noPackages,
  locale: noLocale,
  locale_configfile: noLocale,
  keyboard: noLocale,
  growpart: grows,
  resize_rootfs: grows,
  disk_setup: asMounts,
  fs_setup: asMounts,
  mounts: asMounts,
  mount_default_fields: asMounts,
  ca_certs:
    "Write each certificate to `/etc/ssl/certs/NAME.pem` and let a unit run `update-ca-certificates`.",
  manage_etc_hosts:
    "Write `/etc/hosts` as a file where names are needed in it.",
  resolv_conf: "Set the servers in a `.network` file of systemd-networkd.",
  manage_resolv_conf:
    "Set the servers in a `.network` file of systemd-networkd.",
  ssh_import_id:
    "Ignition fetches no keys of a person: paste them into `ssh_authorized_keys`.",
  ssh_keys: "The node makes its own host keys on the first boot.",
  ssh_deletekeys: "The node makes its own host keys on the first boot.",
  ssh_genkeytypes: "The node makes its own host keys on the first boot.",
  disable_root: "Nobody logs in as root here who was not given a key.",
  power_state: "Ignition does not reboot or stop a node when it is done.",
  phone_home: "Let a unit report that the node is up.",
  final_message: "Nothing prints it.",
};
