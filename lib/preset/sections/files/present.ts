const onEveryImage: ReadonlySet<string> = new Set([
  "/etc/flatcar/update.conf",
  "/etc/hostname",
  "/etc/localtime",
  "/etc/nsswitch.conf",
  "/etc/ntp.conf",
  "/etc/resolv.conf",
  "/etc/selinux/config",
  "/etc/ssl/openssl.cnf",
]);

/** Whether a file or link is on some or all images already; Ignition refuses to replace one unless it is told to. */
export function isPresent(path: string): boolean {
  return (
    onEveryImage.has(path) ||
    /^\/etc\/extensions\/[^/]+-flatcar\.raw$/.test(path)
  );
}
