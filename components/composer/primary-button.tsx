"use client";

import { Button } from "@/components/ui/button";
import { platformById } from "@/lib/delivery/platforms";
import { useComposer } from "@/lib/state/provider";
import { useBroken } from "@/lib/state/use-broken";
import { useCopyUserData } from "./use-copy-user-data";

/** What to do next, by its name: takes the bytes the platform wants. */
export function PrimaryButton() {
  const noun = useComposer(
    (state) => platformById(state.preset.target.platform)?.noun ?? "user data",
  );
  const broken = useBroken();
  const ready =
    useComposer(({ outcome }) => Boolean(outcome?.userData)) && !broken;
  const copy = useCopyUserData();
  return (
    <Button
      variant="primary"
      size="large"
      // Not disabled: a click says what keeps it from working.
      aria-disabled={!ready || undefined}
      aria-keyshortcuts="Control+Enter"
      onClick={copy}
    >
      Copy {noun}
    </Button>
  );
}
