import { count, firstFew, quote } from "../../words";
import type { StorageValue } from "./value";

/** What the section does to a node's disks and memory, a line each. */
export function describe(value: StorageValue): string[] {
  const { disks, raid, luks, filesystems, lvm, mounts, swap, iscsi } = value;
  const names = (words: readonly string[]) => firstFew(words.map(quote));
  const line = (verb: string, what: string, words: readonly string[]) =>
    words.length > 0
      ? [`${verb} ${count(words.length, what)}: ${names(words)}`]
      : [];
  const wiped = [
    ...disks.filter(({ wipeTable }) => wipeTable),
    ...luks.filter(({ wipe }) => wipe),
    ...filesystems.filter(({ wipe }) => wipe),
  ].map(({ device }) => device);
  return [
    ...line("erases", "device", [...new Set(wiped)]),
    ...line(
      "partitions",
      "disk",
      disks.map(({ device }) => device),
    ),
    ...line(
      "makes",
      "RAID array",
      raid.map(({ name }) => name),
    ),
    ...line(
      "encrypts",
      "device",
      luks.map(({ device }) => device),
    ),
    ...line(
      "sets up",
      "filesystem",
      filesystems.map(({ path, device }) => path || device),
    ),
    ...line(
      "makes",
      "volume group",
      lvm.map(({ name }) => name),
    ),
    ...line(
      "mounts",
      "place",
      mounts.map(({ what, where }) => `${what} at ${where}`),
    ),
    ...(swap.fileMib > 0 ? [`makes a swap file of ${swap.fileMib} MiB`] : []),
    ...(swap.zram ? ["swaps to compressed memory"] : []),
    ...(iscsi.enabled ? ["logs into iSCSI targets"] : []),
  ];
}
