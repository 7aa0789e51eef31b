import type {
  Contents,
  DirectoryEntry,
  FileEntry,
  GroupEntry,
  LinkEntry,
  Owner,
  UnitEntry,
  UserEntry,
} from "./document";
import { mapping, scalar, sequence, type Tree, type TreeMapping } from "./tree";

/**
 * A file in Butane's keys, in the order they are printed in; what is undefined is left out. Its mode is printed in
 * octal.
 */
export function fileTree(file: FileEntry): TreeMapping {
  return mapping({
    path: scalar(file.path),
    mode: octal(file.mode),
    overwrite: optional(file.overwrite),
    user: owner(file.user),
    group: owner(file.group),
    contents: file.contents && contents(file.contents),
    append: file.append && sequence(file.append.map(contents)),
  });
}

/** A directory in Butane's keys; its mode is printed in octal, as a file's is. */
export function directoryTree(directory: DirectoryEntry): TreeMapping {
  return mapping({
    path: scalar(directory.path),
    mode: octal(directory.mode),
    overwrite: optional(directory.overwrite),
    user: owner(directory.user),
    group: owner(directory.group),
  });
}

/** A link in Butane's keys. A `false` is written too: only what is undefined is left out. */
export function linkTree(link: LinkEntry): TreeMapping {
  return mapping({
    path: scalar(link.path),
    target: scalar(link.target),
    overwrite: optional(link.overwrite),
    hard: optional(link.hard),
  });
}

/** A unit in Butane's keys, without drop-ins: each of those joins it later, by the unit's name. */
export function unitTree(unit: UnitEntry): TreeMapping {
  return mapping({
    name: scalar(unit.name),
    enabled: optional(unit.enabled),
    mask: optional(unit.mask),
    contents: optional(unit.contents),
  });
}

/** A user in Butane's keys. No keys and no groups are left out: an empty list would say the same. */
export function userTree(user: UserEntry): TreeMapping {
  return mapping({
    name: scalar(user.name),
    uid: optional(user.uid),
    gecos: optional(user.gecos),
    ssh_authorized_keys: strings(user.sshAuthorizedKeys),
    password_hash: optional(user.passwordHash),
    home_dir: optional(user.homeDir),
    no_create_home: optional(user.noCreateHome),
    no_log_init: optional(user.noLogInit),
    primary_group: optional(user.primaryGroup),
    groups: strings(user.groups),
    no_user_group: optional(user.noUserGroup),
    shell: optional(user.shell),
    system: optional(user.system),
  });
}

/** A group in Butane's keys; without a `gid` the node finds it a number. */
export function groupTree(group: GroupEntry): TreeMapping {
  return mapping({
    name: scalar(group.name),
    gid: optional(group.gid),
    system: optional(group.system),
  });
}

function contents(one: Contents): Tree {
  return mapping({
    source: optional(one.source),
    inline: optional(one.inline),
    compression: optional(one.compression),
    verification:
      one.hash === undefined ? undefined : mapping({ hash: scalar(one.hash) }),
  });
}

function owner(one: Owner | undefined): Tree | undefined {
  if (!one) return undefined;
  return mapping(
    "name" in one ? { name: scalar(one.name) } : { id: scalar(one.id) },
  );
}

function octal(mode: number | undefined): Tree | undefined {
  return mode === undefined
    ? undefined
    : { kind: "scalar", value: mode, octal: true };
}

function optional(
  value: string | number | boolean | undefined,
): Tree | undefined {
  return value === undefined ? undefined : scalar(value);
}

function strings(values: readonly string[] | undefined): Tree | undefined {
  return values && values.length > 0 ? sequence(values.map(scalar)) : undefined;
}
