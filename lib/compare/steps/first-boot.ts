import { entryOf, type EntryChange } from "../changes";
import { isSafeName } from "../shell";
import { byHand, reboot, type Surroundings, type Work } from "./work";

/** What Ignition does to disks it does on the first boot, before there is a system to give commands to. */
export function diskWork({ kind }: EntryChange): Work {
  if (kind === "removed")
    return {
      steps: [],
      note: "Nothing takes apart what was set up on the disk; it stays as it is until somebody wipes it.",
    };
  return {
    steps: [],
    reprovision:
      "Partitions, RAID, encryption and filesystems are made on the first boot, before the system starts, and what is on them may be lost.",
  };
}

/** A kernel argument, which Ignition sets on the first boot only: by hand in `/oem/grub.cfg`, from the next boot on. */
export function argumentWork(
  change: EntryChange,
  surroundings: Surroundings,
): Work {
  const { name, of } = entryOf(change);
  const wanted = (of === "absent") === (change.kind === "removed");
  const shown = isSafeName(name) ? name : "the argument";
  return {
    steps: [
      byHand(
        "write",
        wanted
          ? `Add ${shown} to the line set linux_append="…" in /oem/grub.cfg.`
          : `Take ${shown} out of the line set linux_append="…" in /oem/grub.cfg.`,
      ),
      reboot(surroundings),
    ],
    note: "Nodes that boot over the network get their arguments from the boot server.",
  };
}

const ignitionNotes: Readonly<Record<string, string>> = {
  version:
    "Only the first boot reads the config: the node's Ignition has to know the spec.",
  timeouts:
    "Timeouts of Ignition's own downloads: they matter on the first boot only.",
  proxy:
    "The proxy of Ignition's own downloads: it matters on the first boot only.",
  security:
    "The certificates of Ignition's own downloads: they matter on the first boot only.",
};

/** Settings of Ignition itself: no steps, since a running node does not read them, but the reason. */
export function ignitionWork({ name }: { readonly name: string }): Work {
  if (name === "config")
    return {
      steps: [],
      reprovision:
        "What is fetched from elsewhere and merged is not known here; only a first boot applies it.",
    };
  return {
    steps: [],
    note: ignitionNotes[name] ?? "It matters on the first boot only.",
  };
}
