/** Units of Flatcar's image that nodes start: of its documentation, and of systemd. There are more, which no config names. */
const units: ReadonlySet<string> = new Set(
  `
  auditd.service audit-rules.service coreos-metadata.service coreos-metadata-sshkeys@.service fstrim.timer getty@.service
  ip6tables-restore.service iptables-restore.service iscsi.service iscsid.service locksmithd.service logrotate.timer
  lvm2-monitor.service mdmonitor.service multipathd.service nfs-client.target nfs-server.service nftables-load.service ntpd.service
  nvidia.service polkit.service rpcbind.service rpc-statd.service serial-getty@.service sshd.service sshd.socket sshkeys.service
  sssd.service tmp.mount update-engine.service wg-quick@.service wg-quick.target
  `
    .trim()
    .split(/\s+/),
);

/** Whether a unit is known for one that the OS has without any image. */
export function isOfOs(unit: string): boolean {
  return (
    unit.startsWith("systemd-") ||
    units.has(unit.replace(/@.*(\.[^.]+)$/, "@$1"))
  );
}
