"use client";

import { useAddExtension } from "@/components/catalogue/use-add-extension";
import { offered } from "@/components/catalogue/offered";
import { copyText } from "@/components/share/hand-over";
import { downloadPreset } from "@/components/share/preset-file";
import { currentTheme, setTheme, type Theme } from "@/components/ui/theme";
import { platforms } from "@/lib/delivery/platforms";
import { extensionById, upgradeGuide } from "@/lib/butane";
import { sections, type Preset } from "@/lib/preset";
import { obstacleFor } from "@/lib/state/availability";
import { shownText } from "@/lib/state/composer-store";
import { useComposerStore } from "@/lib/state/provider";
import { workloads } from "@/lib/state/selectors";
import {
  openDialog,
  openImport,
  openOn,
  showField,
  showResult,
  showSection,
} from "@/lib/state/view-store";
import { resultTabs } from "./result-pane";
import { isMac } from "./top-bar";
import { useCopyUserData } from "./use-copy-user-data";

export interface CommandEntry {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
  readonly keys?: string;
  /** Further words it is found by. */
  readonly words?: readonly string[];
}

export interface CommandGroup {
  readonly title: string;
  readonly commands: readonly CommandEntry[];
}

/** What is done with the chosen extensions of a node that runs. */
function dayTwoEntries({ extensions }: Preset): CommandEntry[] {
  return extensions.chosen.flatMap(({ id, own }, index) => {
    const extension = own ? undefined : extensionById(id);
    const title = extension?.title ?? (id || "Own image");
    const plan = {
      id: `minor-upgrade-${index}`,
      label: `Plan a minor upgrade of ${title}`,
      words: ["day two", "kubeadm"],
      run: () => openOn("minor-upgrade", index),
    };
    return [
      {
        id: `day-two-${index}`,
        label: `${title} on a running node`,
        words: ["day two", "update", "hold", "roll back", "retract"],
        run: () => openOn("day-two", index),
      },
      ...(extension && upgradeGuide(extension) ? [plan] : []),
    ];
  });
}

const themes: readonly { theme: Theme; label: string }[] = [
  { theme: "light", label: "Light theme" },
  { theme: "dark", label: "Dark theme" },
  { theme: "system", label: "Theme of the system" },
];

/** All commands as they are now. */
export function useCommandGroups(): readonly CommandGroup[] {
  const store = useComposerStore();
  const copyUserData = useCopyUserData();
  const addOne = useAddExtension();
  const state = store.getState();
  const { preset, outcome, edit, undo, redo, leave, history, broken } = state;
  const mod = isMac() ? "⌘" : "Ctrl";

  const actions: CommandEntry[] = [
    {
      id: "copy",
      label: "Copy user data",
      keys: `${mod} Enter`,
      run: copyUserData,
    },
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
    {
      id: "save",
      label: "Download the preset",
      keys: `${mod} S`,
      words: ["save", "json"],
      run: () => downloadPreset(preset),
    },
    ...(history.past.length > 0
      ? [{ id: "undo", label: "Undo", keys: `${mod} Z`, run: undo }]
      : []),
    ...(history.future.length > 0
      ? [{ id: "redo", label: "Redo", keys: `${mod} Shift Z`, run: redo }]
      : []),
    ...(broken
      ? [
          {
            id: "take-back",
            label: "Take the text back to the last one that could be read",
            words: ["broken", "undo"],
            run: state.takeBack,
          },
        ]
      : []),
    ...(outcome
      ? [
          {
            id: "copy-butane",
            label: "Copy the Butane document",
            run: () => void copyText(shownText(state), "the Butane document"),
          },
        ]
      : []),
    ...(outcome?.ignition && !broken
      ? [
          {
            id: "copy-ignition",
            label: "Copy the Ignition config",
            run: () => void copyText(outcome.ignition!, "the Ignition config"),
          },
        ]
      : []),
    ...(broken
      ? []
      : [
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
        ]),
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
  const places: CommandEntry[] = [
    ...sections.map(({ id, title }) => ({
      id: `section-${id}`,
      label: title,
      run: () => showSection(id),
    })),
    ...workloads(preset).map(({ chosen }) => ({
      id: `workload-${chosen.id}`,
      label: `Set up ${offered.find(({ id }) => id === chosen.id)?.title ?? chosen.id}`,
      run: () => showSection(`workload:${chosen.id}`),
    })),
    ...dayTwoEntries(preset),
    ...resultTabs.map(({ id, title }) => ({
      id: `result-${id}`,
      label: `Show ${title}`,
      run: () => showResult(id),
    })),
  ];
  const add = offered
    .filter((extension) => obstacleFor(extension, preset) === null)
    .map((extension) => ({
      id: `add-${extension.id}`,
      label: `Add ${extension.title}`,
      words: [extension.id, extension.summary, ...(extension.aliases ?? [])],
      run: () => {
        addOne(extension);
        showSection("extensions");
      },
    }));
  const onTo = platforms
    .filter(({ id }) => id !== preset.target.platform)
    .map(({ id, title }) => ({
      id: `platform-${id}`,
      label: `Platform: ${title}`,
      run: () => {
        edit("target", { ...store.getState().preset.target, platform: id });
        showField(["target", "platform"], "target");
      },
    }));
  const looks = themes
    .filter(({ theme }) => theme !== currentTheme())
    .map(({ theme, label }) => ({
      id: `theme-${theme}`,
      label,
      run: () => setTheme(theme),
    }));
  return [
    { title: "Actions", commands: actions },
    { title: "Go to", commands: places },
    // The form stands still while the text cannot be read.
    ...(broken
      ? []
      : [
          { title: "Extensions", commands: add },
          { title: "Platforms", commands: onTo },
        ]),
    { title: "Appearance", commands: looks },
    {
      title: "Keys",
      commands: [
        {
          id: "key-search",
          label: "Search the catalogue",
          keys: "/",
          run: () => showSection("extensions"),
        },
      ],
    },
  ];
}
