"use client";

import { copyText } from "@/components/share/hand-over";
import { showToast } from "@/components/ui/toast";
import { useComposerStore } from "@/lib/state/provider";
import { sectionOf, whereBroken } from "@/lib/state/selectors";
import { showField, showLine } from "@/lib/state/view-store";
import { whenSettled } from "@/lib/state/when-settled";

/** Copies the user data, or leads to the first problem that keeps it from being there. */
export function useCopyUserData() {
  const store = useComposerStore();
  return async () => {
    const { outcome, preset, broken } = await whenSettled(store);
    if (!outcome) return;
    if (broken) {
      const { words, line, column } = whereBroken(broken);
      showToast({
        text: `Nothing copied: ${words.toLowerCase()} cannot be read. The user data is that of the node before.`,
      });
      return showLine(line, column);
    }
    if (outcome.userData) {
      void copyText(outcome.userData.text, outcome.userData.platform.noun);
      return;
    }
    const first = outcome.problems.find(({ kind }) => kind === "error");
    showToast({
      text: first
        ? `Nothing to copy yet: ${first.sentence}`
        : "Nothing to copy: this platform is not known.",
    });
    if (first?.field) showField(first.field, sectionOf(first.field, preset));
  };
}
