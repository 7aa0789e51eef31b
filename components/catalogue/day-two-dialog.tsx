"use client";

import { useMemo } from "react";
import { Dialog } from "@/components/ui/dialog";
import { dayTwo, extensionById } from "@/lib/butane";
import { nodeExtensions } from "@/lib/preset/node-extensions";
import { useComposer } from "@/lib/state/provider";
import { useView } from "@/lib/state/view-store";
import styles from "./about-extension.module.css";
import { CommandLines } from "./command-lines";

/** What is done with an extension of a node that runs: see it, update it, hold it, go back. */
export function DayTwoDialog({ onClose }: { onClose: () => void }) {
  const asked = useView((view) => view.asked);
  const preset = useComposer((state) => state.preset);
  const chosen = preset.extensions.chosen[asked];
  const parts = useMemo(
    () => (chosen ? dayTwo(nodeExtensions(preset), chosen) : []),
    [preset, chosen],
  );
  if (!chosen) return null;
  const extension = chosen.own ? undefined : extensionById(chosen.id);
  return (
    <Dialog
      title={`${extension?.title ?? (chosen.id || "Own image")} on a running node`}
      intro="Lines for a shell on the node. The config has done its work on the first boot: a change of it reaches new nodes only."
      width="wide"
      onClose={onClose}
    >
      <div className={styles.about}>
        {parts.map(({ id, title, commands, notes }) => (
          <CommandLines
            key={id}
            title={title}
            commands={commands}
            notes={notes}
          />
        ))}
        {parts.length === 0 ? (
          <p>
            Its name is none that could stand in a command: letters, digits,
            dots, hyphens and underscores are.
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
