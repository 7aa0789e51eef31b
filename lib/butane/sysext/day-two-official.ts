import type { DayTwoPart } from "./day-two";
import type { Extension } from "./extension";
import { typedParams, type ChosenImage } from "./node";
import { verifyCommands } from "./verify";

/** Flatcar's own extensions go with the OS: they are updated, held and rolled back with it. */
export function officialDayTwo(
  extension: Extension,
  chosen: ChosenImage,
): readonly DayTwoPart[] {
  const name =
    extension.enabledAs?.(typedParams(extension, chosen)) ?? extension.id;
  return [
    {
      id: "see",
      title: "See what is there",
      commands: verifyCommands(extension, false),
      notes: [],
    },
    {
      id: "update",
      title: "Update it now",
      commands: [
        {
          command: "update_engine_client -status",
          shows: "whether an update of the OS is on its way",
        },
        {
          command: "update_engine_client -update",
          shows: "looks for an OS update, which brings this image along",
        },
      ],
      notes: [
        "There is one image for each OS release: it is held and rolled back with the OS, and never alone.",
      ],
    },
    ...(/^[\w.+-]+$/.test(name) ? [off(name)] : []),
  ];
}

function off(name: string): DayTwoPart {
  return {
    id: "off",
    title: "Switch it off",
    commands: [
      {
        command: `sudo sed -i '/^${name.replaceAll(".", "\\.")}$/d' /etc/flatcar/enabled-sysext.conf`,
        shows: "takes its line out of the list, which is read at every boot",
      },
      { command: "sudo systemctl reboot", shows: "boots without it" },
    ],
    notes: [],
  };
}
