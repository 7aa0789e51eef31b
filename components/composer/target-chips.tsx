"use client";

import { platformById } from "@/lib/delivery/platforms";
import { useComposer } from "@/lib/state/provider";
import { showField } from "@/lib/state/view-store";
import styles from "./top-bar.module.css";

/** What the node is for; each chip opens its field. */
export function TargetChips() {
  const target = useComposer((state) => state.preset.target);
  const platform = platformById(target.platform)?.title ?? target.platform;
  const open = (key: string) => () => showField(["target", key], "target");
  return (
    <div className={styles.chips} role="group" aria-label="Target">
      <button type="button" className={styles.chip} onClick={open("channel")}>
        <small>Flatcar</small> {target.channel} {target.release}
      </button>
      <button
        type="button"
        className={styles.chip}
        onClick={open("architecture")}
      >
        {target.architecture}
      </button>
      <button type="button" className={styles.chip} onClick={open("platform")}>
        {platform}
      </button>
    </div>
  );
}
