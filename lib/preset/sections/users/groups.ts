// Groups of the read-only image: usermod, which Ignition calls, cannot add anyone to them, so membership is a record of its own.
export const recorded: ReadonlySet<string> = new Set([
  "sudo",
  "docker",
  "systemd-journal",
  "incus-admin",
]);
// Groups that are there for Ignition to add members to; any other has to be made first, or the first boot stops.
export const present: ReadonlySet<string> = new Set([
  ...[
    "root",
    "bin",
    "daemon",
    "sys",
    "adm",
    "tty",
    "disk",
    "lp",
    "kmem",
    "wheel",
    "audio",
    "cdrom",
    "video",
    "users",
  ],
  ...["portage", "core", "input", "kvm", "render"],
]);

/** Where it is written down that a user belongs to a group of the image. */
export function membership(user: string, group: string): string {
  return `/etc/userdb/${user}:${group}.membership`;
}
