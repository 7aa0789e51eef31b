import {
  activation,
  download,
  moved,
  placeOf,
  type Place,
} from "./day-two-lines";
import { officialDayTwo } from "./day-two-official";
import { updatedImage } from "./emit-image";
import type { Coordinator } from "./extension";
import { isImageName } from "./names";
import {
  bakeryOf,
  catalogued,
  type ChosenImage,
  type NodeExtensions,
} from "./node";
import { dropinPath, type UpdatedImage } from "./updates";
import { verifyCommands, type VerifyCommand } from "./verify";

/** One thing that an operator does with an extension of a running node. */
export interface DayTwoPart {
  readonly id: DayTwoId;
  readonly title: string;
  /** In order, in one shell: later lines use what earlier ones set. */
  readonly commands: readonly VerifyCommand[];
  /** What to know before, a sentence each. */
  readonly notes: readonly string[];
}

/** What can be done with an extension on a node that runs. */
export type DayTwoId =
  | "see"
  | "update"
  | "hold"
  | "release"
  | "rollback"
  | "retract"
  | "off";

/**
 * The commands that show, update, hold, roll back and retract an extension on a node that runs. Nothing of it changes the
 * config: Ignition has done its work, so a reboot takes none of it back. Empty for an image whose name is none: it would
 * become a part of a shell line. What a document writes in another way than ours is only shown and rolled back.
 *
 * After what was tried with systemd 257: an update of what is installed already does not move the link, so the way back is made
 * by hand, and the next run leaves it so until something newer is released.
 */
export function dayTwo(
  node: NodeExtensions,
  chosen: ChosenImage,
): readonly DayTwoPart[] {
  const extension = catalogued(chosen);
  if (!isImageName(chosen.id)) return [];
  if (extension?.kind === "builtin") return [];
  if (extension?.kind === "flatcar") return officialDayTwo(extension, chosen);
  const updated = updatedImage(node, chosen);
  const isTheirs = chosen.written !== undefined && chosen.updates !== "none";
  const place = placeOf(node, chosen);
  const back = place ? rollback(chosen, place, node.coordinator) : [];
  return [
    see(chosen, updated !== null || isTheirs),
    updated
      ? update(updated, chosen, node.coordinator)
      : isTheirs
        ? { ...everything, notes: [ownWay] }
        : byHand(node, chosen, place),
    ...(updated && !updated.hold ? holds(updated) : []),
    ...(isTheirs ? [holdAll] : []),
    ...(back.length > 0
      ? [
          {
            id: "rollback" as const,
            title: "Go back to an older version",
            commands: back,
            notes:
              updated || isTheirs
                ? [
                    "The newest image stays on the disk: the next run finds nothing to do and leaves the link, until a newer version is released. Hold the extension to keep that away, too.",
                  ]
                : [],
          },
        ]
      : []),
    ...(updated && back.length > 0 ? [retract(updated, back)] : []),
  ];
}

const ownWay =
  "Its text is not the one Kindling writes: what it does with a newer image stands in its drop-in.";

/** For all extensions at once, whoever wrote what runs. */
const everything: DayTwoPart = {
  id: "update",
  title: "Update it now",
  commands: [
    {
      command: "sudo systemctl start systemd-sysupdate.service",
      shows:
        "fetches newer images of all extensions and brings them into use as chosen",
    },
    {
      command: "journalctl -u systemd-sysupdate.service -n 50",
      shows: "what was done: the service ends well even if one image failed",
    },
  ],
  notes: [],
};

const holdAll: DayTwoPart = {
  id: "hold",
  title: "Hold it where it is",
  commands: [
    {
      command: "sudo systemctl disable --now systemd-sysupdate.timer",
      shows: "nothing looks for newer images any more, of any extension",
    },
  ],
  notes: [],
};

function see(chosen: ChosenImage, updated: boolean): DayTwoPart {
  const extension = catalogued(chosen) ?? {
    id: chosen.id,
    kind: "bakery" as const,
    title: chosen.id,
    verify: [],
  };
  return {
    id: "see",
    title: "See what is there",
    commands: verifyCommands(extension, updated),
    notes: [],
  };
}

function update(
  image: UpdatedImage,
  chosen: ChosenImage,
  coordinator: Coordinator,
): DayTwoPart {
  const { id } = image;
  const sysupdate = `sudo /usr/lib/systemd/systemd-sysupdate -C ${id}`;
  const look = {
    command: `${sysupdate} check-new`,
    shows:
      "the version that would be fetched; it ends with 1 when there is none",
  };
  if (image.hold)
    return {
      id: "update",
      title: "Update it now",
      commands: [
        look,
        {
          command: `${sysupdate} update`,
          shows: "fetches it and moves the link",
        },
        ...activation(chosen, coordinator),
      ],
      notes: ["It is on hold: nothing else on the node looks for newer ones."],
    };
  return { ...everything, commands: [look, ...everything.commands] };
}

/** Another version, for an image that nothing keeps up to date. */
function byHand(
  node: NodeExtensions,
  chosen: ChosenImage,
  place: Place | null,
): DayTwoPart {
  const { id, own, version } = chosen;
  const from = bakeryOf(node, chosen);
  // An address becomes a part of a shell line.
  const isPlain = /^https?:\/\/[\w.:/@~%+-]+$/.test(from);
  if (own || !place || !isPlain)
    return {
      id: "update",
      title: "Update it now",
      commands: [],
      notes: [
        own
          ? "Nothing says where newer images are. Put one beside the old one, then do what going back does, with its version."
          : "There are no commands for another version: its text puts the image elsewhere, or its version or its bakery is none that fits into a line.",
      ],
    };
  const name = `${id}-$VERSION-${node.architecture}.raw`;
  return {
    id: "update",
    title: "Take another version",
    commands: [
      { command: `VERSION=${version}`, shows: "the version to take" },
      ...download(
        { id, folder: place.folder, from, name },
        (text) => `"${text}"`,
      ),
      ...moved(chosen, place, node.coordinator),
    ],
    notes: ["Nothing on the node looks for newer versions."],
  };
}

function holds(image: UpdatedImage): DayTwoPart[] {
  const dropin = dropinPath(image);
  const again = {
    command: "sudo systemctl daemon-reload",
    shows: "systemd reads its units again",
  };
  return [
    {
      id: "hold",
      title: "Hold it where it is",
      commands: [
        {
          command: `sudo mv ${dropin} ${dropin}.held`,
          shows: "the update service passes over it; all others go on",
        },
        again,
      ],
      notes: [
        "sudo systemctl disable --now systemd-sysupdate.timer holds all extensions at once.",
      ],
    },
    {
      id: "release",
      title: "Let it go on",
      commands: [
        {
          command: `sudo mv ${dropin}.held ${dropin}`,
          shows: "the update service looks for newer ones again",
        },
        again,
      ],
      notes: [],
    },
  ];
}

function retract(
  image: UpdatedImage,
  back: readonly VerifyCommand[],
): DayTwoPart {
  const [first] = image.hold ? [] : holds(image);
  return {
    id: "retract",
    title: "Retract a bad version",
    commands: [...(first?.commands ?? []), ...back],
    notes: [
      "No list can mark a version as bad: what keeps a node from it is that nothing looks for newer ones.",
      "Leave the bad image on the disk: without it the next run would fetch it again.",
      "When a good version is out, let it go on.",
    ],
  };
}

function rollback(
  chosen: ChosenImage,
  place: Place,
  coordinator: Coordinator,
): VerifyCommand[] {
  return [
    { command: `ls -v ${place.folder}`, shows: "the versions on this node" },
    {
      command: `VERSION=${place.version}`,
      shows: "the one to go back to, out of that list",
    },
    ...moved(chosen, place, coordinator),
  ];
}
