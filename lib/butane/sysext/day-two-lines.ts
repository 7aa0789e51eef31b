import { restartedUnits } from "./emit-image";
import type { Coordinator } from "./extension";
import { linkPath, ownSuffix, ownVersion } from "./names";
import type { ChosenImage, NodeExtensions } from "./node";
import type { VerifyCommand } from "./verify";

/** The link on the image of $VERSION, if there is one, and into use. */
export function moved(
  chosen: ChosenImage,
  place: Place,
  coordinator: Coordinator,
): VerifyCommand[] {
  const file = `${place.folder}/${chosen.id}-$VERSION${place.suffix}`;
  const after = activation(chosen, coordinator);
  return [
    {
      // In one line: where the image is not there, nothing restarts for it.
      command: [
        `test -s "${file}"`,
        `sudo ln -sfn "${file}" ${linkPath(chosen.id)}`,
        ...after.map(({ command }) => command),
      ].join(" && "),
      shows: [
        "if the image is there, moves the link",
        ...after.map(({ shows }) => shows),
      ].join("; then "),
    },
  ];
}

/**
 * The image of an exact version, into its folder. It gets its name only when its hash is right: under that name a line that follows
 * would link it, and one broken image keeps all others from being merged. The image in use may be the same one, so nothing is written
 * into it. `quote` makes a word for the shell.
 */
export function download(
  image: {
    readonly id: string;
    readonly folder: string;
    readonly from: string;
    readonly name: string;
  },
  quote: (text: string) => string,
): VerifyCommand[] {
  const { id, folder, from, name } = image;
  const path = `${folder}/${name}`;
  const part = quote(`${path}.part`);
  return [
    {
      command: `sudo curl -fL --retry 3 -o ${part} ${quote(from + name)}`,
      shows: "fetches the image, beside its name",
    },
    {
      command: `curl -fL --retry 3 ${quote(`${from}${id}/SHA256SUMS`)} | grep -F ${quote(` ${name}`)} | sed 's/$/.part/' | (cd ${folder} && sha256sum -c -) && sudo mv ${part} ${quote(path)}`,
      shows:
        "OK, and it gets its name; or it is not the one that was released, and does not",
    },
  ];
}

/** Where images lie, and what their names are around the version. */
export interface Place {
  readonly folder: string;
  readonly version: string;
  readonly suffix: string;
}

/**
 * `null` where no line can be given: the version is not known or no word for a shell, or what was typed keeps its
 * images elsewhere.
 */
export function placeOf(
  node: NodeExtensions,
  chosen: ChosenImage,
): Place | null {
  const { id, own, written } = chosen;
  const seed = own && own.url !== "" ? ownVersion(id, own.url) : chosen.version;
  const folder = `/opt/extensions/${id}`;
  // A version becomes a part of a shell line.
  if (!seed || !/^[\w.+~^-]+$/.test(seed)) return null;
  if (written && !JSON.stringify(written.entries).includes(`${folder}/`))
    return null;
  const suffix = own?.url ? ownSuffix(id, own.url) : "-%a.raw";
  return {
    folder,
    version: seed,
    suffix: suffix.replace("%a", node.architecture),
  };
}

const reboots: Readonly<Record<Coordinator, VerifyCommand>> = {
  none: { command: "sudo systemctl reboot", shows: "reboots the node" },
  kured: {
    command: "sudo touch /run/reboot-required",
    shows: "kured reboots the node when it is its turn",
  },
  locksmith: {
    command: "sudo locksmithctl send-need-reboot",
    shows: "locksmithd reboots the node in its window",
  },
  fluo: {
    command: "sudo locksmithctl send-need-reboot",
    shows: "the update operator reboots the node when it is its turn",
  },
};

/** Brings the image that the link leads to into use, the way the node does it after an update. */
export function activation(
  chosen: ChosenImage,
  coordinator: Coordinator,
): VerifyCommand[] {
  const merge = {
    command: "sudo systemctl restart systemd-sysext.service",
    shows:
      "merges anew; for a moment the files of all extensions are gone, running programs stay",
  };
  const units = restartedUnits(chosen);
  switch (chosen.activation) {
    case "next-boot":
    case "reboot-now":
      return [reboots.none];
    case "reboot":
      return [reboots[coordinator]];
    case "refresh":
      return [merge];
    case "restart":
      return units.length === 0
        ? [merge]
        : [
            merge,
            {
              command: `sudo systemctl restart ${units.map(inShell).join(" ")}`,
              shows: "what runs was still the old version",
            },
          ];
  }
}

/** A unit's name may hold `\x2d`, and a shell takes the backslash away. */
function inShell(unit: string): string {
  return unit.replaceAll("\\", "\\\\");
}
