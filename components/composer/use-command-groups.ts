"use client";

import { useAddExtension } from "@/components/catalogue/use-add-extension";
import { offered } from "@/components/catalogue/offered";
import { currentTheme, setTheme, type Theme } from "@/components/ui/theme";
import { platforms } from "@/lib/delivery/platforms";
import { extensionById, upgradeGuide, type Extension } from "@/lib/butane";
import { sections, type Preset } from "@/lib/preset";
import { obstacleFor } from "@/lib/state/availability";
import type { ComposerStore } from "@/lib/state/composer-store";
import { useComposer, useComposerStore } from "@/lib/state/provider";
import { workloads } from "@/lib/state/selectors";
import {
  openOn,
  showField,
  showResult,
  showSection,
} from "@/lib/state/view-store";
import { actionsFor } from "./command-actions";
import type { CommandEntry } from "./command-entry";
import { resultTabs } from "./result-pane";
import { useCopyUserData } from "./use-copy-user-data";

export interface CommandGroup {
  readonly title: string;
  readonly commands: readonly CommandEntry[];
}

/** All commands as they are now. */
export function useCommandGroups(): readonly CommandGroup[] {
  const store = useComposerStore();
  const copyUserData = useCopyUserData();
  const add = useAddExtension();
  // The list may be open before the first outcome is there.
  const state = useComposer((now) => now);
  const { preset, broken } = state;
  return [
    { title: "Actions", commands: actionsFor(state, copyUserData) },
    { title: "Go to", commands: placesIn(preset) },
    // The form stands still while the text cannot be read.
    ...(broken
      ? []
      : [
          { title: "Extensions", commands: additionsTo(preset, add) },
          { title: "Platforms", commands: platformsFor(store) },
        ]),
    { title: "Appearance", commands: looks() },
    { title: "Keys", commands: keys },
  ];
}

function placesIn(preset: Preset): CommandEntry[] {
  return [
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

function additionsTo(
  preset: Preset,
  add: (extension: Extension) => void,
): CommandEntry[] {
  return offered
    .filter((extension) => obstacleFor(extension, preset) === null)
    .map((extension) => ({
      id: `add-${extension.id}`,
      label: `Add ${extension.title}`,
      words: [extension.id, extension.summary, ...(extension.aliases ?? [])],
      run: () => {
        add(extension);
        showSection("extensions");
      },
    }));
}

function platformsFor(store: ComposerStore): CommandEntry[] {
  const { preset, edit } = store.getState();
  return platforms
    .filter(({ id }) => id !== preset.target.platform)
    .map(({ id, title }) => ({
      id: `platform-${id}`,
      label: `Platform: ${title}`,
      run: () => {
        edit("target", { ...store.getState().preset.target, platform: id });
        showField(["target", "platform"], "target");
      },
    }));
}

const themes: readonly { theme: Theme; label: string }[] = [
  { theme: "light", label: "Light theme" },
  { theme: "dark", label: "Dark theme" },
  { theme: "system", label: "Theme of the system" },
];

function looks(): CommandEntry[] {
  return themes
    .filter(({ theme }) => theme !== currentTheme())
    .map(({ theme, label }) => ({
      id: `theme-${theme}`,
      label,
      run: () => setTheme(theme),
    }));
}

const keys: readonly CommandEntry[] = [
  {
    id: "key-search",
    label: "Search the catalogue",
    keys: "/",
    run: () => showSection("extensions"),
  },
];
