/**
 * The order in which people read the keys of a struct, where that is not the order of its description: what it is called first,
 * then how it is, then what it holds. Keys that are not listed follow.
 */
export const readingOrder: Readonly<Record<string, readonly string[]>> = {
  Config: [
    "variant",
    "version",
    "ignition",
    "passwd",
    "storage",
    "systemd",
    "kernel_arguments",
  ],
  Passwd: ["users", "groups"],
  PasswdUser: ["name", "uid", "gecos", "ssh_authorized_keys", "password_hash"],
  Storage: [
    "disks",
    "raid",
    "luks",
    "filesystems",
    "directories",
    "files",
    "links",
  ],
  File: ["path", "mode", "overwrite", "user", "group", "contents", "append"],
  Directory: ["path", "mode"],
  Link: ["path", "target", "overwrite", "hard"],
  Luks: ["name", "device", "label", "uuid"],
  Unit: ["name", "enabled", "mask", "contents", "dropins"],
  Resource: ["source", "inline", "compression", "verification"],
};

/** Sorts what has keys in the order of a struct; what is not listed keeps its place at the end. */
export function inReadingOrder<One extends { readonly key: string }>(
  struct: string,
  members: readonly One[],
): One[] {
  const keys = readingOrder[struct] ?? [];
  const rank = ({ key }: One) =>
    keys.includes(key) ? keys.indexOf(key) : keys.length;
  return [...members].sort((one, other) => rank(one) - rank(other));
}
