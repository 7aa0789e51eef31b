"use client";

import { useMemo, useState } from "react";
import { TextDiff } from "@/components/compare/text-diff";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { late, NotLoaded, useLate } from "@/components/ui/late";
import { showToast } from "@/components/ui/toast";
import { shownText } from "@/lib/state/composer-state";
import { useComposer } from "@/lib/state/provider";
import { useUpgrades } from "@/lib/state/upgrades";
import { useView } from "@/lib/state/view-store";

const pipeline = late(() => import("@/lib/pipeline"));

/** What an upgrade would change in the text, and the button that does it. */
export function UpgradeDialog({ onClose }: { onClose: () => void }) {
  const id = useView((view) => view.upgrade);
  const upgrade = useUpgrades(({ upgrades }) =>
    upgrades.find((one) => one.id === id),
  );
  const [first] = useState(upgrade);
  const text = useComposer(shownText);
  const adopt = useComposer((state) => state.adopt);
  const undo = useComposer((state) => state.undo);
  const { part, again } = useLate(pipeline);
  const after = useMemo(() => {
    const preset = part && first?.preset();
    return preset ? { preset, text: part.textOf(preset) } : null;
  }, [part, first]);
  if (!first) return null;
  const apply = () => {
    if (!after) return;
    adopt(after.preset);
    onClose();
    showToast({
      text: `${first.title}: done.`,
      action: { label: "Undo", run: undo },
    });
  };
  return (
    <Dialog
      title={first.title}
      intro={first.why}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Leave it as it is</Button>
          <Button variant="primary" disabled={!after} onClick={apply}>
            Change the text
          </Button>
        </>
      }
    >
      {after ? (
        <TextDiff before={text} after={after.text} />
      ) : again ? (
        <NotLoaded {...again} />
      ) : null}
    </Dialog>
  );
}
