"use client";

import { PanelRightOpen } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/button";
import { useView } from "@/lib/state/view-store";
import styles from "./composer.module.css";
import { FormPane } from "./form-pane";
import { ResultPane } from "./result-pane";
import { SectionList } from "./section-list";
import { Splitter } from "./splitter";

const widthNow = 556;

/** Sections, form and result side by side. */
export function WideBody() {
  const shown = useView((view) => view.resultShown);
  const [width, setWidth] = useState(widthNow);
  return (
    <div className={styles.body}>
      <div className={styles.left}>
        <SectionList />
      </div>
      <main className={styles.middle}>
        <FormPane />
      </main>
      {shown ? (
        <div
          className={styles.right}
          style={{ width: `min(${width}px, calc(100vw - 620px))` }}
        >
          <ResultPane>
            <Splitter width={width} onChange={setWidth} />
          </ResultPane>
        </div>
      ) : (
        <div className={styles.show}>
          <IconButton
            label="Show the result"
            onClick={() => useView.setState({ resultShown: true })}
          >
            <PanelRightOpen size={16} aria-hidden />
          </IconButton>
        </div>
      )}
    </div>
  );
}
