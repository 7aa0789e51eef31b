/** Values worth trying, good and bad, by field or by struct and field. What is not named here takes any text or number. */
export const values: Readonly<
  Record<string, readonly (string | number | boolean)[]>
> = {
  ...ofStorage(),
  ...ofContents(),
  ...ofSystemd(),
  ...ofVariants(),
  ssh_authorized_keys: ["ssh-ed25519 AAAA a", "ssh-rsa B", ""],
  ssh_authorized_keys_local: ["keys", "missing", "empty", "bin", "../x"],
  "PasswdUser.name": ["core", "core", "core", "root", ""],
  http_proxy: ["http://p", "https://p", "ftp://p", "", "foo"],
  https_proxy: ["http://p", "https://p", "ftp://p", ""],
};

export const anyTexts = [
  ..."foo|bar||a|core|root|x y|1|~|null|true|é|/dev/sda|a: b".split("|"),
  ..."yes|1e3|a\nb\n| x".split("|"),
] as const;

export const anyNumbers = [
  0, 1, 2, 10, 0o644, 0o755, 644, 755, 1000, 4096, 7777, -1, 0o1777, 0o4755,
  0o7777, 0o10000, 9007199254740991,
] as const;

/** What a list of plain texts holds. */
export const anyItems = ["a", "b", "c", "-L", "noatime", "x y"] as const;

/** Keys of a table, those that a JavaScript object knows of itself among them. */
export const tableKeys = [
  ..."a|b|a10|a2|app.kubernetes.io/name|1|true|x y|é|~".split("|"),
  ..."multi\nline|__proto__|toString".split("|"),
  "k".repeat(140),
] as const;

function ofStorage() {
  const device = [
    ..."/dev/sda|/dev/sdb|/dev/sda1|/dev/vda|/dev/dasda|dev/x|".split("|"),
    ..."/dev//x|/dev/mapper/l1|/dev/md/md-root|/dev/mapper/root".split("|"),
    "/dev/disk/by-id/dm-name-l2",
    "/dev/disk/by-id/coreos-boot-disk",
    "/dev/disk/by-label/boot",
    ...["FOO", "root", "esp-1"].map((name) => `/dev/disk/by-partlabel/${name}`),
  ];
  return {
    device,
    devices: device,
    path: [
      ..."/etc/foo|/etc/lines|/a b|/etc|/opt/x|/etc/foo/bar|/|etc".split("|"),
      ..."/a//b|/a/|/z/Q|/opt/./x||/var/lib/data|/home/x|/var".split("|"),
      ..."/b/etc/lines|/boot|/boot/grub2/user.cfg".split("|"),
      "/etc/systemd/system/a.service",
      "/etc/systemd/system/a.service.d/10.conf",
    ],
    target: ["foo", "/etc/foo", "../etc", "", "/etc", "/boot/grub2/user.cfg"],
    format: "ext4|xfs|btrfs|vfat|swap|none|ntfs|".split("|"),
    level: "raid1|raid0|raid10|1|stripe|linear|x|".split("|"),
    label: [
      ..."ROOT|DATA|root|boot|BIOS-BOOT|EFI-SYSTEM|root-1".split("|"),
      ..."PowerPC-PReP-boot|boot-2|esp-1|bios-1|a:b|".split("|"),
      "x".repeat(37),
      "long-label-for-xfs-16",
    ],
    guid: ["01234567-89ab-cdef-edcb-a98765432101", "x", ""],
    type_guid: ["01234567-89AB-cdef-edcb-a98765432101", "x", ""],
    "Partition.number": [0, 1, 2, 3, 4, 5],
    size_mib: [0, 1, 500, 8191, 8192, 10000, -1],
    start_mib: [0, 1, 600, 2048],
    "Luks.name": ["l1", "l2", "root", "a/b", ""],
    "Raid.name": ["md-root", "md-boot", "data", "a/b", ""],
    "Tree.local": [
      ..."tree|tree2|tree3|motd|missing|../x||empty-folder|sub|.".split("|"),
      ..."tree/etc|link-to-motd|dangling".split("|"),
    ],
    "Tree.path": ["/", "/opt", "", "opt", "/b", "/etc/"],
    url: ["https://tang.example.com", "http://t", "ftp://t", "", "foo", "::"],
    thumbprint: ["abc", ""],
    advertisement: ['{"a":1}', "{", ""],
    threshold: [0, 1, 2],
    pin: ["tpm2", "tang", "sss", "x", ""],
    config: ["{}", ""],
  };
}

function ofContents() {
  const child = (rest: string) => `{"ignition":{"version":${rest}`;
  const local = [
    ..."motd|keys|bin|big|unit.service|bad.conf|empty|missing|../x".split("|"),
    ..."../files/motd||tree|/motd|./motd|sub/../motd|..".split("|"),
    ..."link-to-motd|dangling|../filesx/a|empty-folder|config.ign".split("|"),
  ];
  return {
    local,
    contents_local: "unit.service|bad.conf|missing||../x|bin|empty".split("|"),
    source: [
      ..."https://example.com/x|http://x|HTTP://x/|ftp://x|foo|".split("|"),
      ..."s3://b/k|s3://b/k?versionId=|gs://b/k|tftp://h/f".split("|"),
      ..."arn:aws:s3:::bucket/key|arn:aws:s3|://bad|https://[::1".split("|"),
      ..."data:,foo|data:foo|data:;base64,Zm9v|data:;base64,Zm9".split("|"),
    ],
    inline: [
      ..."hello||a\nb\n|<&>\u2028|é€😀|\t \u0001|{|[]|null".split("|"),
      ...['{"storage":5}', '{"ignition":null}', "variant: flatcar"],
      "x".repeat(200),
      "ö ".repeat(50),
      "abcdefgh".repeat(60),
      ...["1.0", "2.0", "3.0", "4.0", "5.0", "6.0", "7.0-experimental"].map(
        (minor) => child(`"3.${minor}"}}`),
      ),
      child('"9.9.9"}}'),
      child(
        '"3.4.0"},"foo":1,"storage":{"files":[{"path":"x","bar":2,"mode":1023}]}}',
      ),
      child(
        '"3.3.0","x":1},"storage":{"files":[{"path":"/a"},{"path":"/a"}]},"systemd":{"units":[{"name":"a.service","enabled":true,"contents":"[Service]\\n"}]}}',
      ),
      child('"3.1.0"},"storage":{"raid":[{"name":"a","level":"raid1"}]}}'),
    ],
    compression: ["gzip", "", "xz"],
    hash: [
      `sha512-${"a".repeat(128)}`,
      `sha256-${"b".repeat(64)}`,
      `sha512-${"g".repeat(128)}`,
      ...["sha256-b", "md5-x", "foo", ""],
    ],
    "HttpHeader.name": ["A", "B", ""],
    value: ["v", ""],
  };
}

function ofSystemd() {
  return {
    "Unit.name": [
      ..."a.service|b.service|c@.service|c@x.service|x||a.timer".split("|"),
      ..."var-lib-data.mount|dev-sda1.swap|x.|home-x.mount".split("|"),
    ],
    "Quadlet.name": [
      ..."web.container|web@.container|web@1.container|v.volume".split("|"),
      ..."x@.pod|bad||a.service".split("|"),
    ],
    "Dropin.name": ["10.conf", "20.conf", "x", "", "a.conf"],
    contents: [
      "[Service]\nExecStart=/bin/true\n",
      "[Unit]\nDescription=x\n\n[Install]\nWantedBy=multi-user.target\n",
      ...["", "[Service", "[Service]\nfoo\n", "[Install]\n", "x=y\n"],
      `[Service]\na=${"b".repeat(2100)}`,
      "[A]\nb=c\\\nd\n",
    ],
  };
}

function ofVariants() {
  return {
    layout: [
      ..."x86_64|aarch64|ppc64le|s390x-eckd|s390x-zfcp".split("|"),
      ..."s390x-virt|riscv|".split("|"),
    ],
    password_hash: ["$y$abc", "grub.pbkdf2.x", ""],
    kernel_type: ["", "default", "realtime", "x"],
    kernel_arguments: ["a", "b", "rd.luks.key=/etc/luks/cex.key"],
    extensions: ["usbguard", "kerberos"],
    "BootDeviceLuks.device": ["/dev/dasda", "/dev/sda", "/dev/x", ""],
    "GrubUser.name": ["root", "a", ""],
  };
}
