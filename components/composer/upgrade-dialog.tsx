"use client";

import { useEffect, useState } from "react";
import { TextDiff } from "@/components/compare/text-diff";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { showToast } from "@/components/ui/toast";
import type { Preset } from "@/lib/preset";
import { shownText } from "@/lib/state/composer-store";
import { useComposer } from "@/lib/state/provider";
import { useUpgrades } from "@/lib/state/upgrades";
import { useView } from "@/lib/state/view-store";

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
  const after = useAfter(first?.preset);
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
      {after ? <TextDiff before={text} after={after.text} /> : null}
    </Dialog>
  );
}

/** The node after the upgrade, made when it is looked at. */
function useAfter(make: (() => Preset) | undefined) {
  const [after, setAfter] = useState<{ preset: Preset; text: string }>();
  useEffect(() => {
    if (!make) return;
    let left = false;
    void import("@/lib/pipeline").then(({ textOf }) => {
      const preset = make();
      if (!left) setAfter({ preset, text: textOf(preset) });
    });
    return () => {
      left = true;
    };
  }, [make]);
  return after;
}
