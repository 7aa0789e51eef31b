import { flag, integer, list, struct, text } from "../../struct/field";
import type { StructValue } from "../../struct/structs";

/** Base spec 0.4, which becomes Ignition 3.3. */
export const structs = Object.freeze({
  Config: {
    variant: text(
      "The operating system the document is for, such as `flatcar`.",
      { required: true },
    ),
    version: text(
      "The version of the spec the document follows, such as `1.1.0`.",
      { required: true },
    ),
    ignition: struct(
      "Ignition",
      "How Ignition itself behaves: other configs, proxy, certificates, timeouts.",
    ),
    kernel_arguments: struct(
      "KernelArguments",
      "Kernel arguments that must or must not be there.",
    ),
    passwd: struct("Passwd", "Users and groups."),
    storage: struct(
      "Storage",
      "Disks, filesystems, files, directories and links.",
    ),
    systemd: struct("Systemd", "Units and their drop-ins."),
  },
  Ignition: {
    config: struct(
      "IgnitionConfig",
      "Other Ignition configs that join or replace this one.",
    ),
    proxy: struct(
      "Proxy",
      "The proxies that fetches of the first boot go through.",
    ),
    security: struct("Security", "Whom Ignition trusts."),
    timeouts: struct("Timeouts", "How long Ignition waits for a server."),
  },
  IgnitionConfig: {
    merge: list("Resource", "Configs merged into this one, in this order."),
    replace: struct(
      "Resource",
      "The config that takes the place of this one; everything else here is dropped.",
    ),
  },
  Proxy: {
    http_proxy: text(
      "Proxy for `http` addresses, as an `http` or `https` URL.",
    ),
    https_proxy: text(
      "Proxy for `https` addresses, as an `http` or `https` URL.",
    ),
    no_proxy: list(
      "text",
      "Hosts and networks that are reached without a proxy.",
    ),
  },
  Security: {
    tls: struct("Tls", "Certificates for `https` addresses."),
  },
  Tls: {
    certificate_authorities: list(
      "Resource",
      "Certificate authorities trusted besides the system's own, in PEM.",
    ),
  },
  Timeouts: {
    http_response_headers: integer(
      "Seconds to wait for the head of an answer; Ignition's own default is 10.",
    ),
    http_total: integer(
      "Seconds one request may take in all; 0 means no limit.",
    ),
  },
  Resource: {
    source: text(
      "Where the contents come from: `http`, `https`, `tftp`, `s3`, `gs`, `arn` or `data` URL.",
    ),
    inline: text("The contents themselves.", { sugar: true }),
    local: text("A file below the files directory that holds the contents.", {
      sugar: true,
    }),
    compression: text(
      "How the contents are packed; leave it out and Butane decides.",
      { choices: ["", "gzip"] },
    ),
    http_headers: list(
      "HttpHeader",
      "Headers sent along when `source` is an `http` or `https` address.",
    ),
    verification: struct(
      "Verification",
      "How to tell that the contents are the right ones.",
    ),
  },
  HttpHeader: {
    name: text("Name of the header.", { required: true }),
    value: text("Value of the header."),
  },
  Verification: {
    hash: text(
      "Hash of the unpacked contents: `sha512-` or `sha256-` and hexadecimal digits.",
    ),
  },
  KernelArguments: {
    should_exist: list(
      "text",
      "Arguments that are added where they are missing.",
    ),
    should_not_exist: list("text", "Arguments that are removed."),
  },
  Passwd: {
    groups: list("PasswdGroup", "Groups to make or change."),
    users: list("PasswdUser", "Users to make or change."),
  },
  PasswdGroup: {
    name: text("Name of the group.", { required: true }),
    gid: integer("Number of the group; picked by the system when absent."),
    password_hash: text("Hash of the group's password.", { secret: true }),
    should_exist: flag("Whether the group shall exist; `false` removes it."),
    system: flag("Whether it is a system group, numbered from the low range."),
  },
  PasswdUser: {
    name: text("Login name.", { required: true }),
    gecos: text("Full name or remark, kept in `/etc/passwd`."),
    groups: list("text", "Further groups the user belongs to."),
    home_dir: text("Home directory."),
    no_create_home: flag(
      "Leave the home directory alone when the user is made.",
    ),
    no_log_init: flag(
      "Keep the user out of the lastlog and faillog databases.",
    ),
    no_user_group: flag("Make no group of the user's own name."),
    password_hash: text(
      "Hash of the password, as `mkpasswd` prints it; never the password.",
      { secret: true },
    ),
    primary_group: text("Name of the user's main group."),
    should_exist: flag("Whether the user shall exist; `false` removes it."),
    ssh_authorized_keys: list(
      "text",
      "Public keys that may log in, one per item.",
    ),
    shell: text("Login shell."),
    system: flag("Whether it is a system user, numbered from the low range."),
    uid: integer("Number of the user; picked by the system when absent."),
  },
  Storage: {
    directories: list("Directory", "Directories to make."),
    disks: list("Disk", "Disks to partition."),
    files: list("File", "Files to write."),
    filesystems: list("Filesystem", "Filesystems to make or reuse."),
    links: list("Link", "Symbolic and hard links to make."),
    luks: list("Luks", "Encrypted devices."),
    raid: list("Raid", "Software RAID arrays."),
    trees: list(
      "Tree",
      "Local directories whose whole content is written to the node.",
      { sugar: true },
    ),
  },
  NodeUser: {
    id: integer("Number of the owner."),
    name: text("Name of the owner; the user must exist when Ignition runs."),
  },
  NodeGroup: {
    id: integer("Number of the owning group."),
    name: text("Name of the owning group; it must exist when Ignition runs."),
  },
  File: {
    path: text("Absolute path of the file.", { required: true }),
    contents: struct(
      "Resource",
      "What the file holds; without it an empty file is made where none is.",
    ),
    append: list("Resource", "What is added at the end of the file."),
    mode: integer("Permissions, written in octal: `0644`."),
    overwrite: flag("Whether something that is already there is replaced."),
    user: struct("NodeUser", "Who owns the file."),
    group: struct("NodeGroup", "Which group owns the file."),
  },
  Directory: {
    path: text("Absolute path of the directory.", { required: true }),
    mode: integer("Permissions, written in octal: `0755`."),
    overwrite: flag(
      "Whether something that is already there is replaced; a directory loses its content.",
    ),
    user: struct("NodeUser", "Who owns the directory."),
    group: struct("NodeGroup", "Which group owns the directory."),
  },
  Link: {
    path: text("Absolute path of the link.", { required: true }),
    target: text("What the link points at."),
    hard: flag("Make a hard link instead of a symbolic one."),
    overwrite: flag("Whether something that is already there is replaced."),
    user: struct("NodeUser", "Who owns a symbolic link."),
    group: struct("NodeGroup", "Which group owns a symbolic link."),
  },
  Tree: {
    local: text(
      "The directory below the files directory that is written to the node.",
      { required: true, sugar: true },
    ),
    path: text("Where it goes on the node; `/` when absent.", { sugar: true }),
  },
  Disk: {
    device: text(
      "Absolute path of the disk, best one from `/dev/disk/by-id`.",
      { required: true },
    ),
    partitions: list("Partition", "The partitions the disk shall have."),
    wipe_table: flag(
      "Whether the partition table is erased first. Everything on the disk is lost.",
    ),
  },
  Partition: {
    number: integer(
      "Position in the partition table, from 1; 0 takes the next free one.",
    ),
    label: text(
      "Name of the partition, at most 36 characters and without a colon.",
    ),
    size_mib: integer("Size in MiB; 0 takes all the room there is."),
    start_mib: integer("Start in MiB; 0 takes the first place that fits."),
    type_guid: text("What the partition is for, as a GPT type GUID."),
    guid: text("GUID of the partition itself."),
    resize: flag(
      "Whether an existing partition may be resized when all else matches.",
    ),
    should_exist: flag(
      "Whether the partition shall exist; `false` deletes it.",
    ),
    wipe_partition_entry: flag(
      "Whether a partition that does not match is deleted and made anew.",
    ),
  },
  Filesystem: {
    device: text("Absolute path of the device that carries the filesystem.", {
      required: true,
    }),
    format: text("Kind of filesystem.", {
      choices: ["ext4", "btrfs", "xfs", "vfat", "swap", "none"],
    }),
    path: text("Where Ignition mounts it while it writes files."),
    label: text("Label of the filesystem."),
    uuid: text("UUID of the filesystem."),
    wipe_filesystem: flag(
      "Whether the device is formatted even if a matching filesystem is there.",
    ),
    options: list("text", "Options for the program that makes the filesystem."),
    mount_options: list("text", "Options for mounting."),
    with_mount_unit: flag(
      "Write a systemd unit that mounts it on every boot.",
      { sugar: true },
    ),
  },
  Raid: {
    name: text("Name of the array; it appears as `/dev/md/<name>`.", {
      required: true,
    }),
    level: text("How the devices are joined, such as `raid1`."),
    devices: list("text", "Absolute paths of the devices in the array."),
    spares: integer("How many of the devices are kept as spares."),
    options: list("text", "Options for `mdadm`."),
  },
  Luks: {
    name: text(
      "Name of the opened device; it appears as `/dev/mapper/<name>`.",
      { required: true },
    ),
    device: text("Absolute path of the device to encrypt."),
    key_file: struct(
      "Resource",
      "The key; Ignition makes one when it is absent.",
    ),
    label: text("Label of the encrypted device."),
    uuid: text("UUID of the encrypted device."),
    options: list("text", "Options for `cryptsetup luksFormat`."),
    wipe_volume: flag(
      "Whether the device is formatted even if a matching one is there.",
    ),
    clevis: struct(
      "Clevis",
      "What unlocks the device without a person: TPM or a Tang server.",
    ),
  },
  Clevis: {
    custom: struct(
      "ClevisCustom",
      "A pin of Clevis that has no field of its own.",
    ),
    tang: list("Tang", "Tang servers that help to unlock."),
    threshold: integer("How many of the pieces are needed to unlock."),
    tpm2: flag("Whether the node's TPM helps to unlock."),
  },
  ClevisCustom: {
    pin: text("The pin's name.", { choices: ["tpm2", "tang", "sss"] }),
    config: text("The pin's configuration, as JSON text."),
    needs_network: flag("Whether the pin works only with the network up."),
  },
  Tang: {
    url: text("Address of the server.", { required: true }),
    thumbprint: text("Thumbprint of a key the server signs with."),
  },
  Systemd: {
    units: list("Unit", "Units to write, enable, disable or mask."),
  },
  Unit: {
    name: text("File name of the unit, with its ending: `docker.service`.", {
      required: true,
    }),
    enabled: flag(
      "Whether the unit starts on boot; needs an `[Install]` section to mean something.",
    ),
    mask: flag("Whether the unit is masked, so that nothing can start it."),
    contents: text("The unit file."),
    dropins: list("Dropin", "Files that change parts of the unit."),
  },
  Dropin: {
    name: text("File name of the drop-in, ending in `.conf`.", {
      required: true,
    }),
    contents: text("The drop-in file."),
  },
} as const);

type Structs = typeof structs;
export type Config = StructValue<Structs, "Config">;
export type Resource = StructValue<Structs, "Resource">;
export type Filesystem = StructValue<Structs, "Filesystem">;
export type Directory = StructValue<Structs, "Directory">;
export type File = StructValue<Structs, "File">;
export type Tree = StructValue<Structs, "Tree">;
