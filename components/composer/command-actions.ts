"use client";

import { copyText } from "@/components/share/hand-over";
import { downloadPreset } from "@/components/share/preset-file";
import { shownText, type ComposerState } from "@/lib/state/composer-state";
import { openDialog, openImport } from "@/lib/state/view-store";
import type { CommandEntry } from "./command-entry";
import { isMac } from "./top-bar";

/** What can be done with the node as it is now. */
export function actionsFor(
  state: ComposerState,
  copyUserData: () => void,
): CommandEntry[] {
  const { preset, broken, leave } = state;
  const mod = isMac() ? "⌘" : "Ctrl";
  return [
    {
      id: "copy",
      label: "Copy user data",
      keys: `${mod} Enter`,
      run: copyUserData,
    },
    ...dialogs,
    {
      id: "save",
      label: "Download the preset",
      keys: `${mod} S`,
      words: ["save", "json"],
      run: () => downloadPreset(preset),
    },
    ...stepsBack(state, mod),
    ...copies(state),
    // The form stands still while the text cannot be read.
    ...(broken ? [] : formDialogs),
    {
      id: "guide",
      label: "How extensions work on Flatcar",
      words: ["help", "about", "releases", "torcx", "community", "docs"],
      run: () => openDialog("guide"),
    },
    {
      id: "new",
      label: "Starting points",
      words: ["new node", "example", "empty"],
      run: leave,
    },
  ];
}

const dialogs: readonly CommandEntry[] = [
  {
    id: "share",
    label: "Share this node",
    words: ["link"],
    run: () => openDialog("share"),
  },
  {
    id: "import",
    label: "Import…",
    words: ["open", "paste", "file", "butane", "ignition", "cloud-config"],
    run: () => openImport(),
  },
  {
    id: "compare",
    label: "Compare with another node",
    words: ["difference", "diff", "day two", "running node"],
    run: () => openDialog("compare"),
  },
  {
    id: "air-gap",
    label: "Air gap: everything it fetches, and a mirror",
    words: ["downloads", "offline", "mirror", "addresses", "urls"],
    run: () => openDialog("air-gap"),
  },
  {
    id: "history",
    label: "History and snapshots",
    words: ["keep", "snapshot", "version", "restore", "back"],
    run: () => openDialog("history"),
  },
  {
    id: "fleet",
    label: "Make a fleet of this node",
    words: ["csv", "table", "variables", "many nodes", "zip", "terraform"],
    run: () => openDialog("fleet"),
  },
];

const formDialogs: readonly CommandEntry[] = [
  {
    id: "own-image",
    label: "Add an image of your own",
    words: ["sysext", "custom"],
    run: () => openDialog("own-image"),
  },
  {
    id: "hashes",
    label: "Hashes of images from SHA256SUMS",
    words: ["checksum", "verification"],
    run: () => openDialog("hashes"),
  },
];

function stepsBack(
  { history, broken, undo, redo, takeBack }: ComposerState,
  mod: string,
): CommandEntry[] {
  const steps: CommandEntry[] = [];
  if (history.past.length > 0)
    steps.push({ id: "undo", label: "Undo", keys: `${mod} Z`, run: undo });
  if (history.future.length > 0)
    steps.push({
      id: "redo",
      label: "Redo",
      keys: `${mod} Shift Z`,
      run: redo,
    });
  if (broken)
    steps.push({
      id: "take-back",
      label: "Take the text back to the last one that could be read",
      words: ["broken", "undo"],
      run: takeBack,
    });
  return steps;
}

function copies(state: ComposerState): CommandEntry[] {
  const { outcome, broken } = state;
  if (!outcome) return [];
  const { ignition } = outcome;
  const butane: CommandEntry = {
    id: "copy-butane",
    label: "Copy the Butane document",
    run: () => void copyText(shownText(state), "the Butane document"),
  };
  if (!ignition || broken) return [butane];
  return [
    butane,
    {
      id: "copy-ignition",
      label: "Copy the Ignition config",
      run: () => void copyText(ignition, "the Ignition config"),
    },
  ];
}
