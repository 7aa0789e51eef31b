import { closeSync, mkdirSync, openSync, rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { programAt, ran } from "../programs";

const gib = 1024 ** 3;

/** Names under which a node finds its disks: the part after the model is the serial number that the machine gives them. */
export const diskNamed = (serial: string) =>
  `/dev/disk/by-id/nvme-QEMU_NVMe_Ctrl_${serial}`;

/** An ext4 filesystem with the files of a tree, by the label that the machine takes as its root; nothing is mounted for it. */
export function rootDisk(tree: string, file: string): string {
  const made = ran(
    programAt("mke2fs")!,
    ["-q", "-t", "ext4", "-L", "root", "-d", tree, file, "2G"],
    { seconds: 300 },
  );
  if (made.status !== 0) throw new Error(`mke2fs: ${made.output.trim()}`);
  return file;
}

/** A disk with nothing on it, which takes no room until something is. */
export function emptyDisk(file: string, size = gib / 2): string {
  closeSync(openSync(file, "w"));
  truncateSync(file, size);
  return file;
}

/** A copy that takes as little room as what it is of. */
export function copyDisk(from: string, to: string): string {
  const { status, output } = ran("cp", ["--sparse=always", from, to], {
    seconds: 300,
  });
  if (status !== 0) throw new Error(`cp: ${output.trim()}`);
  return to;
}

/** Unpacks the archive that the initramfs has left on a disk. */
export function unpackDisk(file: string, folder: string): string {
  const tree = join(folder, "handed-out");
  rmSync(tree, { recursive: true, force: true });
  mkdirSync(tree);
  const { status, output } = ran(
    "tar",
    ["-x", "-p", "--numeric-owner", "-f", file, "-C", tree],
    { seconds: 300 },
  );
  if (status !== 0) throw new Error(`tar: ${output.trim()}`);
  return tree;
}
