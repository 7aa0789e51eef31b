import type { UpdatePolicy } from "./extension";
import { bakeryBase } from "./names";
import { seriesOf } from "./version";

/** Where newer images are found, and how many stay. */
export interface Transfer {
  readonly id: string;
  /** Directory with `SHA256SUMS`. */
  readonly from: string;
  readonly pattern: string;
  /** `InstancesMax=`, 2 or more. */
  readonly keep: number;
  /** Whether the list has to be signed (`SHA256SUMS.gpg`). */
  readonly verify: boolean;
  /** As `@v` of the pattern sees them; empty writes nothing. */
  readonly minVersion: string;
  readonly protectVersion: string;
}

/** Name of the transfer file: `kubernetes-v1.32.conf` for a track, `docker.conf` for whatever is newest. */
export function transferName(
  id: string,
  version: string,
  policy: UpdatePolicy,
  depth: 1 | 2 = 2,
): string {
  const series = seriesOf(version, policy, depth);
  return series === null ? `${id}.conf` : `${id}-${series}.conf`;
}

/** The text of a transfer file: what systemd-sysupdate needs to find, keep and link newer images. */
export function transferText(transfer: Transfer): string {
  const { verify, minVersion, protectVersion } = transfer;
  return `[Transfer]
Verify=${verify ? "true" : "false"}
${setting("MinVersion", minVersion)}${setting("ProtectVersion", protectVersion)}
[Source]
Type=url-file
Path=${literal(bakeryBase(transfer.from))}
MatchPattern=${transfer.pattern}

[Target]
InstancesMax=${Math.max(2, Math.trunc(transfer.keep))}
Type=regular-file
Path=/opt/extensions/${transfer.id}
CurrentSymlink=/etc/extensions/${transfer.id}.raw
`;
}

/** The definition that matches nothing, for the part of systemd-sysupdate that nobody uses. */
export const noopTransfer = `[Source]
Type=regular-file
Path=/
MatchPattern=invalid@v.raw

[Target]
Type=regular-file
Path=/
`;

function setting(key: string, value: string): string {
  return value === "" ? "" : `${key}=${value}\n`;
}

/** A percent sign would begin one of systemd's placeholders. */
function literal(text: string): string {
  return text.replace(/\s+/g, "").replaceAll("%", "%%");
}
