import { flag, integer, list, struct, text } from "../../struct/field";
import type { StructValue } from "../../struct/structs";

/** Base spec 0.4, which becomes Ignition 3.3. */
export const structs = Object.freeze({
  Config: {
    variant: text(
      "The operating system that the document is for, such as `flatcar`.",
      { required: true },
    ),
    version: text(
      "The version of the spec that the document follows, such as `1.1.0`; it decides which keys there are.",
      { required: true },
    ),
    ignition: struct(
      "Ignition",
      "How Ignition itself behaves on the first boot: other configs, proxy, certificates, timeouts.",
    ),
    kernel_arguments: struct(
      "KernelArguments",
      "Kernel arguments that must or must not be there. The node reboots once when they change.",
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
      "Other Ignition configs that join this one or take its place.",
    ),
    proxy: struct(
      "Proxy",
      "The proxies that fetches of the first boot go through; the running node does not use them.",
    ),
    security: struct("Security", "Whom Ignition trusts while it fetches."),
    timeouts: struct("Timeouts", "How long Ignition waits for a server."),
  },
  IgnitionConfig: {
    merge: list(
      "Resource",
      "Ignition configs merged into this one, in this order. A later one wins.",
    ),
    replace: struct(
      "Resource",
      "The Ignition config that takes the place of this one; everything else here is dropped.",
    ),
  },
  Proxy: {
    http_proxy: text(
      "Proxy for `http` addresses, as an `http` or `https` URL; for `https` addresses too, unless `https_proxy` says otherwise.",
      { examples: ["http://proxy.example.com:3128"] },
    ),
    https_proxy: text(
      "Proxy for `https` addresses, as an `http` or `https` URL.",
      {
        examples: ["http://proxy.example.com:3128"],
        absent: "what `http_proxy` says",
      },
    ),
    no_proxy: list(
      "text",
      "Hosts, domains and networks that are reached without a proxy. A domain covers what is below it; `*` switches the proxy off.",
      { examples: ["localhost", "127.0.0.1", "10.0.0.0/8", ".example.com"] },
    ),
  },
  Security: {
    tls: struct("Tls", "Certificates for `https` addresses."),
  },
  Tls: {
    certificate_authorities: list(
      "Resource",
      "Certificate authorities trusted besides the system's own, in PEM. Only Ignition trusts them, the running node does not.",
    ),
  },
  Timeouts: {
    http_response_headers: integer(
      "Seconds to wait for the head of an answer; 0 waits for ever.",
      { absent: "10" },
    ),
    http_total: integer(
      "Seconds that one fetch may take in all, retries included; 0 means no limit.",
      { absent: "0" },
    ),
  },
  Resource: {
    source: text(
      "Where the contents come from: an `http`, `https`, `tftp`, `s3`, `gs`, `arn` or `data` URL. Fetched on the first boot.",
      { examples: ["https://"] },
    ),
    inline: text("The contents themselves.", { sugar: true, lines: true }),
    local: text(
      "A file below the files directory that holds the contents. It is read when the document is translated.",
      { sugar: true },
    ),
    compression: text(
      "How the contents at `source` are packed; Ignition unpacks them.",
      {
        choices: ["", "gzip"],
        absent:
          "not packed; contents that stand in the document are packed by Butane where that makes them smaller",
      },
    ),
    http_headers: list(
      "HttpHeader",
      "Headers sent along when `source` is an `http` or `https` address.",
    ),
    verification: struct(
      "Verification",
      "How to tell that the contents are the right ones. When they are not, the first boot fails.",
    ),
  },
  HttpHeader: {
    name: text("Name of the header.", {
      required: true,
      examples: ["Authorization"],
    }),
    value: text(
      "Value of the header. In a config that is merged, a header without a value takes the earlier one away.",
    ),
  },
  Verification: {
    hash: text(
      "Hash of the unpacked contents: `sha512-` or `sha256-` and hexadecimal digits.",
      { examples: ["sha256-", "sha512-"], absent: "nothing is compared" },
    ),
  },
  KernelArguments: {
    should_exist: list(
      "text",
      "Arguments that are added where they are missing.",
      { examples: ["flatcar.autologin", "console=ttyS0,115200n8"] },
    ),
    should_not_exist: list("text", "Arguments that are taken away.", {
      examples: ["quiet"],
    }),
  },
  Passwd: {
    groups: list("PasswdGroup", "Groups to make or change."),
    users: list("PasswdUser", "Users to make or change."),
  },
  PasswdGroup: {
    name: text("Name of the group.", { required: true }),
    gid: integer("Number of the group.", {
      absent: "a free one that the system picks",
    }),
    password_hash: text("Hash of the group's password.", { secret: true }),
    should_exist: flag("Whether the group shall exist; `false` removes it.", {
      absent: "`true`",
    }),
    system: flag(
      "Whether it is a system group, numbered from the low range. Counts only when the group is made.",
      { absent: "`false`" },
    ),
  },
  PasswdUser: {
    name: text("Login name. `core` is there on every Flatcar image.", {
      required: true,
      examples: ["core"],
    }),
    gecos: text("Full name or remark, kept in `/etc/passwd`."),
    groups: list(
      "text",
      "Further groups the user belongs to. Each has to exist when Ignition runs.",
      { examples: ["wheel", "sudo", "docker"] },
    ),
    home_dir: text("Home directory.", { absent: "`/home/<name>`" }),
    no_create_home: flag(
      "Leave the home directory alone when the user is made.",
      { absent: "`false`: it is made" },
    ),
    no_log_init: flag(
      "Keep the user out of the lastlog and faillog databases. Counts only when the user is made.",
      { absent: "`false`" },
    ),
    no_user_group: flag(
      "Make no group of the user's own name. Counts only when the user is made.",
      { absent: "`false`: the group is made" },
    ),
    password_hash: text(
      "Hash of the password, as `mkpasswd --method=SHA-512` prints it; never the password itself.",
      { secret: true },
    ),
    primary_group: text("Name of the user's main group.", {
      absent: "a group of the user's own name",
    }),
    should_exist: flag("Whether the user shall exist; `false` removes it.", {
      absent: "`true`",
    }),
    ssh_authorized_keys: list(
      "text",
      "Public keys that may log in, one per item. They land in `.ssh/authorized_keys.d/ignition`.",
      { examples: ["ssh-ed25519 ", "ssh-rsa ", "ecdsa-sha2-nistp256 "] },
    ),
    shell: text("Login shell.", {
      examples: ["/bin/bash", "/sbin/nologin"],
      absent: "the one that the system gives",
    }),
    system: flag(
      "Whether it is a system user, numbered from the low range. Counts only when the user is made.",
      { absent: "`false`" },
    ),
    uid: integer("Number of the user.", {
      absent: "a free one that the system picks",
    }),
  },
  Storage: {
    directories: list("Directory", "Directories to make."),
    disks: list("Disk", "Disks to partition."),
    files: list("File", "Files to write."),
    filesystems: list("Filesystem", "Filesystems to make or reuse."),
    links: list("Link", "Symbolic and hard links to make."),
    luks: list("Luks", "Encrypted devices to make or open."),
    raid: list("Raid", "Software RAID arrays to make."),
    trees: list(
      "Tree",
      "Local directories whose whole content is written to the node.",
      { sugar: true },
    ),
  },
  NodeUser: {
    id: integer("Number of the owner.", { absent: "0, which is root" }),
    name: text("Name of the owner; the user has to exist when Ignition runs."),
  },
  NodeGroup: {
    id: integer("Number of the owning group.", { absent: "0, which is root" }),
    name: text("Name of the owning group; it has to exist when Ignition runs."),
  },
  File: {
    path: text(
      "Absolute path of the file. `/usr` is read-only, and `/run` and `/tmp` are not there yet when Ignition writes.",
      { required: true },
    ),
    contents: struct("Resource", "What the file holds.", {
      absent: "what is there stays; an empty file is made where none is",
    }),
    append: list(
      "Resource",
      "What is added at the end of the file, in this order.",
    ),
    mode: integer("Permissions, written in octal with a leading zero.", {
      examples: ["0644", "0600", "0755", "0400"],
      absent: "0644, or as it was for a file that only gets another owner",
    }),
    overwrite: flag(
      "Whether what is already there is replaced; needs `contents`. Without it the first boot fails where a file stands.",
      { absent: "`false`" },
    ),
    user: struct("NodeUser", "Who owns the file.", { absent: "root" }),
    group: struct("NodeGroup", "Which group owns the file.", {
      absent: "root",
    }),
  },
  Directory: {
    path: text("Absolute path of the directory.", { required: true }),
    mode: integer("Permissions, written in octal with a leading zero.", {
      examples: ["0755", "0700", "0750"],
      absent: "0755, or as it was for a directory that is already there",
    }),
    overwrite: flag(
      "Whether what is already there is replaced; a directory loses all that is in it.",
      { absent: "`false`: a directory that is there gets mode and owner only" },
    ),
    user: struct("NodeUser", "Who owns the directory.", { absent: "root" }),
    group: struct("NodeGroup", "Which group owns the directory.", {
      absent: "root",
    }),
  },
  Link: {
    path: text("Absolute path of the link.", { required: true }),
    target: text("What the link points at; need not exist."),
    hard: flag("Make a hard link instead of a symbolic one.", {
      absent: "`false`: a symbolic link",
    }),
    overwrite: flag("Whether what is already there is replaced.", {
      absent: "`false`",
    }),
    user: struct("NodeUser", "Who owns a symbolic link.", { absent: "root" }),
    group: struct("NodeGroup", "Which group owns a symbolic link.", {
      absent: "root",
    }),
  },
  Tree: {
    local: text(
      "The directory below the files directory that is written to the node.",
      { required: true, sugar: true },
    ),
    path: text("Where it goes on the node.", { sugar: true, absent: "`/`" }),
  },
  Disk: {
    device: text(
      "Absolute path of the disk. Names below `/dev/disk/by-id` stay the same over reboots, `/dev/sda` may not.",
      {
        required: true,
        examples: ["/dev/disk/by-id/", "/dev/sda", "/dev/vdb"],
      },
    ),
    partitions: list("Partition", "The partitions the disk shall have."),
    wipe_table: flag(
      "Whether the partition table is erased first. Everything on the disk is lost.",
      { absent: "`false`: partitions that are there stay" },
    ),
  },
  Partition: {
    number: integer("Position in the partition table, from 1.", {
      absent: "0: the next free one",
    }),
    label: text(
      "Name of the partition, at most 36 characters and without a colon. It appears as `/dev/disk/by-partlabel/<label>`.",
    ),
    size_mib: integer("Size in MiB.", { absent: "0: all the room there is" }),
    start_mib: integer("Start in MiB.", {
      absent: "0: the start of the largest free room",
    }),
    type_guid: text("What the partition is for, as a GPT type GUID.", {
      examples: [
        "0FC63DAF-8483-4772-8E79-3D69D8477DE4",
        "0657FD6D-A4AB-43C4-84E5-0933C84B4F4F",
        "A19D880F-05FC-4D3B-A006-743F0F84911E",
        "C12A7328-F81F-11D2-BA4B-00A0C93EC93B",
      ],
      absent: "a Linux filesystem, `0FC63DAF-8483-4772-8E79-3D69D8477DE4`",
    }),
    guid: text("GUID of the partition itself.", { absent: "a random one" }),
    resize: flag(
      "Whether an existing partition may be resized when all else matches.",
      { absent: "`false`" },
    ),
    should_exist: flag(
      "Whether the partition shall exist. `false` deletes it, and needs `number` and `wipe_partition_entry`.",
      { absent: "`true`" },
    ),
    wipe_partition_entry: flag(
      "Whether a partition that does not match is deleted and made anew. What it held is lost.",
      { absent: "`false`: the first boot fails where one does not match" },
    ),
  },
  Filesystem: {
    device: text("Absolute path of the device that carries the filesystem.", {
      required: true,
      examples: [
        "/dev/disk/by-partlabel/",
        "/dev/disk/by-label/",
        "/dev/mapper/",
        "/dev/md/",
      ],
    }),
    format: text("Kind of filesystem; `none` leaves the device unformatted.", {
      choices: ["ext4", "btrfs", "xfs", "vfat", "swap", "none"],
    }),
    path: text(
      "Where Ignition mounts it while it writes files. The running node mounts it only with a mount unit.",
    ),
    label: text("Label of the filesystem."),
    uuid: text("UUID of the filesystem."),
    wipe_filesystem: flag(
      "Whether the device is formatted even if a matching filesystem is there. What it held is lost.",
      { absent: "`false`: a matching one is reused" },
    ),
    options: list("text", "Options for the program that makes the filesystem."),
    mount_options: list("text", "Options for mounting.", {
      examples: ["defaults", "noatime", "discard", "prjquota"],
    }),
    with_mount_unit: flag(
      "Write a systemd unit that mounts it, or switches the swap on, on every boot.",
      { sugar: true, absent: "`false`" },
    ),
  },
  Raid: {
    name: text("Name of the array; it appears as `/dev/md/<name>`.", {
      required: true,
    }),
    level: text("How the devices are joined.", {
      examples: ["raid1", "raid0", "raid5", "raid6", "raid10", "linear"],
    }),
    devices: list("text", "Absolute paths of the devices in the array.", {
      examples: ["/dev/disk/by-partlabel/", "/dev/disk/by-id/"],
    }),
    spares: integer("How many of the devices are kept as spares.", {
      absent: "0",
    }),
    options: list("text", "Further options for `mdadm`."),
  },
  Luks: {
    name: text(
      "Name of the opened device; it appears as `/dev/mapper/<name>`.",
      { required: true },
    ),
    device: text("Absolute path of the device to encrypt.", {
      examples: ["/dev/disk/by-partlabel/", "/dev/disk/by-id/"],
    }),
    key_file: struct("Resource", "The key that unlocks the device.", {
      absent: "a key that Ignition makes and keeps on the root filesystem",
    }),
    label: text("Label of the encrypted device, at most 47 bytes."),
    uuid: text("UUID of the encrypted device."),
    options: list("text", "Further options for `cryptsetup luksFormat`."),
    wipe_volume: flag(
      "Whether the device is formatted even if a matching one is there. What it held is lost.",
      { absent: "`false`: a matching one is reused" },
    ),
    clevis: struct(
      "Clevis",
      "What unlocks the device without a person: TPM or a Tang server.",
    ),
  },
  Clevis: {
    custom: struct(
      "ClevisCustom",
      "A pin of Clevis with a configuration of your own; excludes the other keys here.",
    ),
    tang: list("Tang", "Tang servers that help to unlock."),
    threshold: integer("How many of the pieces are needed to unlock.", {
      absent: "1",
    }),
    tpm2: flag("Whether the node's TPM helps to unlock.", {
      absent: "`false`",
    }),
  },
  ClevisCustom: {
    pin: text("The pin's name.", { choices: ["tpm2", "tang", "sss"] }),
    config: text("The pin's configuration, as JSON text."),
    needs_network: flag("Whether the pin works only with the network up.", {
      absent: "`false`",
    }),
  },
  Tang: {
    url: text("Address of the server.", {
      required: true,
      examples: ["https://"],
    }),
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
      "Whether the unit starts on boot. It needs an `[Install]` section to mean something.",
      { absent: "as the image has it" },
    ),
    mask: flag("Whether the unit is masked, so that nothing can start it.", {
      absent: "`false`",
    }),
    contents: text("The unit file. It takes the place of the image's own.", {
      lines: true,
      absent: "the unit that the image brings",
    }),
    dropins: list(
      "Dropin",
      "Files that change parts of the unit and leave the rest as it is.",
    ),
  },
  Dropin: {
    name: text("File name of the drop-in, ending in `.conf`.", {
      required: true,
      examples: ["10-", "override.conf"],
    }),
    contents: text("The drop-in file.", { lines: true }),
  },
} as const);

type Structs = typeof structs;
export type Config = StructValue<Structs, "Config">;
export type Resource = StructValue<Structs, "Resource">;
export type Filesystem = StructValue<Structs, "Filesystem">;
export type Directory = StructValue<Structs, "Directory">;
export type File = StructValue<Structs, "File">;
export type Tree = StructValue<Structs, "Tree">;
