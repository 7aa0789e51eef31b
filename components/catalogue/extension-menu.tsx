"use client";

import {
  BookOpen,
  Ellipsis,
  ExternalLink,
  Milestone,
  Settings2,
  SquareTerminal,
  TextSearch,
  Trash2,
} from "lucide-react";
import { useState } from "react";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { insertedAt, removedAt } from "@/components/ui/list-items";
import { showToast } from "@/components/ui/toast";
import { extensionById, upgradeGuide } from "@/lib/butane";
import type { ChosenExtension } from "@/lib/preset";
import { showOrigin } from "@/lib/state/origins";
import { useComposerStore } from "@/lib/state/provider";
import { hasParams } from "@/lib/state/selectors";
import { openOn, showSection } from "@/lib/state/view-store";
import { AboutExtension } from "./about-extension";

interface ExtensionMenuProps {
  chosen: ChosenExtension;
  index: number;
  title: string;
}

export function ExtensionMenu({ chosen, index, title }: ExtensionMenuProps) {
  const store = useComposerStore();
  const [about, setAbout] = useState(false);
  const extension = chosen.own ? undefined : extensionById(chosen.id);

  const setList = (list: readonly ChosenExtension[]) => {
    const { preset, edit } = store.getState();
    edit("extensions", { ...preset.extensions, chosen: list });
  };
  const list = () => store.getState().preset.extensions.chosen;
  const remove = () => {
    setList(removedAt(list(), index));
    showToast({
      text: `Removed ${title}.`,
      action: {
        label: "Undo",
        run: () => setList(insertedAt(list(), index, chosen)),
      },
    });
  };

  const items: MenuItem[] = [
    {
      label: "Show its lines",
      icon: <TextSearch size={15} aria-hidden />,
      run: () => void showOrigin(store, ["extensions", "chosen", index]),
    },
  ];
  if (extension && hasParams(extension.id)) {
    items.push({
      label: "Set it up",
      icon: <Settings2 size={15} aria-hidden />,
      run: () => showSection(`workload:${extension.id}`),
    });
  }
  if (extension) {
    items.push({
      label: "What it ships, how to check it",
      icon: <BookOpen size={15} aria-hidden />,
      run: () => setAbout(true),
    });
  }
  items.push({
    label: "On a running node…",
    icon: <SquareTerminal size={15} aria-hidden />,
    run: () => openOn("day-two", index),
  });
  if (extension && upgradeGuide(extension)) {
    items.push({
      label: "Plan a minor upgrade…",
      icon: <Milestone size={15} aria-hidden />,
      run: () => openOn("minor-upgrade", index),
    });
  }
  const docs = extension?.docs ?? extension?.homepage;
  if (docs) {
    items.push({
      label: "Documentation",
      icon: <ExternalLink size={15} aria-hidden />,
      run: () => void window.open(docs, "_blank", "noopener"),
    });
  }
  items.push({
    label: "Remove",
    icon: <Trash2 size={15} aria-hidden />,
    danger: true,
    run: remove,
  });
  return (
    <>
      <Menu
        label={`More about ${title}`}
        icon={<Ellipsis size={16} aria-hidden />}
        items={items}
      />
      {about && extension ? (
        <AboutExtension extension={extension} onClose={() => setAbout(false)} />
      ) : null}
    </>
  );
}
