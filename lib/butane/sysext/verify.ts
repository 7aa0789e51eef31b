import type { Extension } from "./extension";
import { linkPath } from "./names";

/** A command for the node, and what it shows. */
export interface VerifyCommand {
  readonly command: string;
  readonly shows: string;
}

/**
 * Commands that show on the node that an extension is merged, which version it is, that its updates work, and that it
 * does its work. `updated` says whether anything looks for newer images.
 */
export function verifyCommands(
  extension: Pick<Extension, "id" | "kind" | "title" | "verify">,
  updated: boolean,
): VerifyCommand[] {
  return [
    {
      command: "systemd-sysext status",
      shows: "what is merged; an image that does not fit is left out silently",
    },
    ...imageCommands(extension),
    ...(extension.kind === "bakery" && updated
      ? updateCommands(extension.id)
      : []),
    ...extension.verify.map((command) => ({
      command,
      shows: `that ${extension.title} works`,
    })),
  ];
}

function imageCommands({
  id,
  kind,
}: Pick<Extension, "id" | "kind">): VerifyCommand[] {
  if (kind === "bakery")
    return [
      {
        command: `readlink -f ${linkPath(id)}`,
        shows: "which version is used",
      },
    ];
  return kind === "flatcar"
    ? [
        {
          command: "ls -l /etc/extensions /etc/flatcar/sysext",
          shows:
            "Flatcar's own images, each for the OS release it is named after",
        },
      ]
    : [
        {
          command: "ls -l /etc/extensions",
          shows: "the built-in images; a link to /dev/null is one that is off",
        },
      ];
}

function updateCommands(id: string): VerifyCommand[] {
  return [
    {
      command: `/usr/lib/systemd/systemd-sysupdate -C ${id} list`,
      shows: "the versions on the node and on the server",
    },
    {
      command: "systemctl list-timers systemd-sysupdate.timer",
      shows: "when newer images are looked for",
    },
    {
      command: "journalctl -u systemd-sysupdate -u systemd-sysext",
      shows: "what happened; one failed update does not fail the service",
    },
  ];
}
