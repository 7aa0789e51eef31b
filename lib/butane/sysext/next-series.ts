import type { Extension } from "./extension";
import { transferName } from "./transfer";
import { trackOf } from "./version";
import type { VerifyCommand } from "./verify";

/**
 * Commands that take a running node from one minor version to the next, for extensions whose updates stay within one.
 * None where the version has no minor part, or updates go on by themselves. The programs only: the cluster's own
 * upgrade procedure comes between the last of them and the reboot.
 */
export function nextSeriesCommands(
  { id, trackDepth, updates, title }: Extension,
  version: string,
): VerifyCommand[] {
  if (updates !== "patch" || trackDepth !== 2) return [];
  const track = trackOf(version, trackDepth);
  const next = track && nextOf(track);
  if (!track || !next || !/^[\w.+-]+$/.test(version)) return [];
  const folder = `/etc/sysupdate.${id}.d`;
  const before = `${folder}/${transferName(id, version, "patch", trackDepth)}`;
  const after = before.replace(`-${track}.`, `-${next}.`);
  const pattern = `s/${id}-${track.replaceAll(".", "\\.")}\\./${id}-${next}./`;
  return [
    {
      command: `sudo sed '${pattern}' ${before} | sudo tee ${after}`,
      shows: `the rule for ${next}, made of the one for ${track}`,
    },
    { command: `sudo rm ${before}`, shows: `${track} is followed no more` },
    {
      command: "sudo systemctl start systemd-sysupdate.service",
      shows: `the newest ${next} is fetched, and activated as chosen. Follow ${title}'s upgrade procedure before the node reboots`,
    },
  ];
}

/** `v1.36` → `v1.37`. */
function nextOf(track: string): string | undefined {
  const parts = /^(.*?)(\d+)$/.exec(track);
  return parts ? `${parts[1]}${Number(parts[2]) + 1}` : undefined;
}
