import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { ran } from "../programs";
import { diskNamed } from "./disk";

/** What a machine is started with. */
export interface BootFiles {
  readonly kernel: string;
  readonly initramfs: string;
}

/** Packages that a tree needs on top so that a machine boots it, and Ignition can make disks in its initramfs. */
export const packagesForBoot = [
  ...["linux-image-cloud-amd64", "kmod", "dracut", "dracut-network"],
  ...["ignition", "gdisk", "e2fsprogs", "mdadm", "cryptsetup"],
  ...["systemd-cryptsetup", "zstd", "iproute2"],
];

/** The disk that the tree is handed out on. */
export const handedOut = "tree";

/** Without /usr, which no node of ours writes to. */
const handOut = [
  ...["tar", "-c", "--numeric-owner"],
  ...["--exclude=./usr", "--exclude=./boot", "-C", "/sysroot", "."],
].join(" ");

/** What the initramfs has besides: a unit that hands out the tree as Ignition leaves it, with the filesystems that it has mounted. */
const parts = {
  "usr/lib/systemd/system/hand-out-tree.service": `[Unit]
Description=Hand out the tree that Ignition has made
ConditionPathExists=/etc/initrd-release
DefaultDependencies=no
After=ignition-files.service
Before=ignition-complete.target initrd-parse-etc.service
[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/bin/sh -c '${handOut} > ${diskNamed(handedOut)}'
`,
};

const modules = ["ignition", "systemd-networkd"];

/** Left out because they are large, and it is emulated processors that unpack them. */
const leftOut = [
  ...["hwdb", "lunmask", "memstrack", "modsign", "nvdimm", "overlay-root"],
  ...["qemu-net", "resume", "systemd-battery-check", "systemd-pcrphase"],
  ...["terminfo", "virtfs", "virtiofs"],
];

const drivers = [
  ...["nvme", "qemu_fw_cfg", "virtio_net", "failover", "net_failover"],
  ...["ext4", "raid1", "dm-crypt"],
];

/** In a namespace of its own, so that nothing stays mounted in the tree. */
const script = `set -e
mount --make-rprivate /
for folder in proc sys dev; do mount --rbind /$folder "$TREE/$folder"; done
mount -t tmpfs tmpfs "$TREE/run"
mount -t tmpfs tmpfs "$TREE/var/tmp"
mkdir "$TREE/var/tmp/parts"
cp -a "$PARTS/." "$TREE/var/tmp/parts/"
exec chroot "$TREE" dracut --force --no-hostonly --no-hostonly-cmdline --no-compress \\
  --add '${modules.join(" ")}' --omit '${leftOut.join(" ")}' --drivers '${drivers.join(" ")}' \\
  --install 'tar cryptsetup' --include /var/tmp/parts / /boot/initrd.img "$KERNEL"
`;

/**
 * The kernel of a tree, and an initramfs for it that runs Ignition; made the first time and kept beside the tree. Debian's Ignition
 * labels files for SELinux, so the tree gets a policy of no name and a program that labels nothing.
 */
export function bootFiles(tree: string): BootFiles {
  const kernel = `${tree}.kernel`;
  const initramfs = `${tree}.initramfs`;
  const stamp = `${tree}.initramfs.made`;
  const wish = JSON.stringify({
    tree: readFileSync(`${tree}.made`, "utf8"),
    ...{ script, parts },
  });
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wish)
    return { kernel, initramfs };
  rmSync(stamp, { force: true });
  put(tree, "usr/sbin/setfiles", "#!/bin/sh\ncat >/dev/null\n", 0o755);
  put(tree, "etc/selinux/config", "SELINUXTYPE=none\n");
  const folder = `${tree}.parts`;
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(parts)) put(folder, path, text);
  const wants = "usr/lib/systemd/system/ignition-complete.target.requires";
  mkdirSync(join(folder, wants));
  symlinkSync(
    "../hand-out-tree.service",
    join(folder, wants, "hand-out-tree.service"),
  );
  const [version = ""] = readdirSync(join(tree, "usr/lib/modules"));
  const env = { TREE: tree, PARTS: folder, KERNEL: version };
  const made = ran("unshare", ["-m", "sh", "-c", script], {
    env,
    seconds: 600,
  });
  rmSync(folder, { recursive: true });
  if (made.status !== 0)
    throw new Error(`dracut: ${made.output.trim().slice(-2000)}`);
  renameSync(join(tree, "boot/initrd.img"), initramfs);
  writeFileSync(kernel, readFileSync(join(tree, `boot/vmlinuz-${version}`)));
  writeFileSync(stamp, wish);
  return { kernel, initramfs };
}

function put(tree: string, path: string, text: string, mode = 0o644): void {
  const full = join(tree, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text, { mode });
}
