"use client";

import { PanelRightClose } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/button";
import { Tabs } from "@/components/ui/tabs";
import { useView, type ResultTab } from "@/lib/state/view-store";
import { LastChange } from "./last-change";
import { Problems } from "./problems";
import styles from "./result-pane.module.css";
import { ResultView } from "./result-view";

export const resultTabs: readonly { id: ResultTab; title: string }[] = [
  { id: "butane", title: "Butane" },
  { id: "ignition", title: "Ignition" },
  { id: "user-data", title: "User data" },
  { id: "first-boot", title: "First boot" },
  { id: "files", title: "Files" },
];

/** What follows from the form, beside it; the line that resizes it comes along. */
export function ResultPane({ children }: { children?: ReactNode }) {
  const tab = useView((view) => view.tab);
  return (
    <aside
      className={styles.pane}
      aria-label="Result"
      id="result"
      tabIndex={-1}
    >
      {children}
      <div className={styles.head}>
        <Tabs
          label="Result"
          prefix="result"
          tabs={resultTabs}
          active={tab}
          onSelect={(id) => useView.setState({ tab: id })}
        />
        <LastChange />
        <IconButton
          label="Hide the result"
          onClick={() => useView.setState({ resultShown: false })}
        >
          <PanelRightClose size={16} aria-hidden />
        </IconButton>
      </div>
      <div
        className={styles.panel}
        role="tabpanel"
        id="result-panel"
        aria-labelledby={`result-tab-${tab}`}
      >
        <ResultView tab={tab} />
      </div>
      <Problems />
    </aside>
  );
}
