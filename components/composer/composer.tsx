"use client";

import { useMedia } from "@/components/ui/use-media";
import { CompactBody } from "./compact-body";
import styles from "./composer.module.css";
import { Dialogs } from "./dialogs";
import { PrimaryButton } from "./primary-button";
import { SkipLinks } from "./skip-links";
import { StatusBar } from "./status-bar";
import { TopBar } from "./top-bar";
import { useShortcuts } from "./use-shortcuts";
import { WideBody } from "./wide-body";

/** The frame: bars at top and bottom, between them three panes, or one after the other where there is no room. */
export function Composer() {
  const wide = useMedia("(min-width: 1100px)");
  const phone = useMedia("(max-width: 719px)");
  useShortcuts();
  return (
    <div className={styles.frame}>
      <SkipLinks />
      <TopBar />
      {wide ? <WideBody /> : <CompactBody phone={phone} />}
      {phone ? (
        <div className={styles.thumb}>
          <PrimaryButton />
        </div>
      ) : null}
      <StatusBar />
      <Dialogs />
    </div>
  );
}
