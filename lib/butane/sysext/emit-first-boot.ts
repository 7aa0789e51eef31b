import type { ButaneDocument } from "../emit/document";
import type { Path } from "../path";
import type { Extension } from "./extension";
import { linkPath } from "./names";
import { unitText } from "./unit-text";
import type { UpdatedImage } from "./updates";

/** The unit that fetches an image the first time. */
export function fetchUnit(id: string): string {
  return `fetch-${id}.service`;
}

/**
 * Writes the unit that has systemd-sysupdate install the newest image when there is none yet, and merges it. The node boots
 * without the image first, so what usually happens before the units of an image start happens again afterwards.
 */
export function emitFirstFetch(
  document: ButaneDocument,
  { id }: UpdatedImage,
  extension: Extension | undefined,
  { started, at }: { started: readonly string[]; at: Path },
): void {
  const late = (extension?.lateSettings?.length ?? 0) > 0;
  document.putUnit(
    {
      name: fetchUnit(id),
      enabled: true,
      contents: unitText({
        Unit: [
          `Description=Fetch extension ${id} on first boot`,
          `ConditionPathExists=!${linkPath(id)}`,
          "Wants=network-online.target",
          "After=network-online.target",
        ],
        Service: [
          "Type=oneshot",
          `ExecStart=/usr/lib/systemd/systemd-sysupdate -C ${id} update`,
          "ExecStartPost=/usr/bin/systemctl restart systemd-sysext.service",
          late && "ExecStartPost=-/usr/bin/systemd-sysusers",
          late &&
            "ExecStartPost=-/usr/bin/systemd-tmpfiles --create --exclude-prefix=/dev",
          started.length > 0 &&
            "ExecStartPost=/usr/bin/systemctl daemon-reload",
          started.length > 0 &&
            `ExecStartPost=/usr/bin/systemctl start --no-block ${started.join(" ")}`,
        ],
        Install: ["WantedBy=multi-user.target"],
      }),
    },
    {
      comment: `No version is named: the node takes the newest ${id} of the day it first boots.`,
      origin: [...at, "firstBoot"],
    },
  );
}
