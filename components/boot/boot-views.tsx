"use client";

import { useDeferredValue, useMemo } from "react";
import { bootOf, type Boot } from "@/lib/boot";
import type { Path } from "@/lib/butane";
import type { Preset } from "@/lib/preset";
import { showFieldOf } from "@/lib/state/origins";
import { useComposer, useComposerStore } from "@/lib/state/provider";
import { FilesView } from "./files-view";
import { FirstBootView } from "./first-boot-view";
import styles from "./files-view.module.css";

interface BootViewsProps {
  readonly view: "first-boot" | "files";
  readonly butane: string;
  /** What is shown where the node makes no config. */
  readonly nothing: React.ReactNode;
}

/** The first boot and the files it leaves, told from the document as it is; typing goes before. */
export function BootViews({ view, butane, nothing }: BootViewsProps) {
  const store = useComposerStore();
  const preset = useComposer((state) => state.computed);
  const boot = useBoot(preset, butane);
  const variant = preset?.target.variant ?? "flatcar";
  if (variant !== "flatcar")
    return (
      <p className={styles.empty}>
        This is told of Flatcar alone, and the document is for the variant{" "}
        {variant}.
      </p>
    );
  if (!boot) return nothing;
  const onShow = (from: Path) => showFieldOf(store, boot.sourceOf(from));
  return view === "files" ? (
    <FilesView boot={boot} onShow={onShow} />
  ) : (
    <FirstBootView phases={boot.phases} onShow={onShow} />
  );
}

function useBoot(preset: Preset | null, butane: string): Boot | null {
  const given = useMemo(() => ({ preset, butane }), [preset, butane]);
  const told = useDeferredValue(given);
  return useMemo(
    () => (told.preset ? bootOf(told.preset, told.butane) : null),
    [told],
  );
}
