"use client";

import { Tabs } from "@/components/ui/tabs";
import { useView } from "@/lib/state/view-store";
import styles from "./composer.module.css";
import { FormPane } from "./form-pane";
import { Problems } from "./problems";
import { resultTabs } from "./result-pane";
import { ResultView } from "./result-view";
import { SectionList } from "./section-list";
import { goBack, useBackToList } from "./use-back-to-list";

/** Form and result are tabs of one pane; on a phone the sections are a list one goes into and back from. */
export function CompactBody({ phone }: { phone: boolean }) {
  const inFront = useView((view) => view.resultInFront);
  const tab = useView((view) => view.tab);
  const entered = useView((view) => view.entered);
  const form = { id: "form", title: phone ? "Node" : "Form" } as const;
  const active = inFront ? tab : form.id;
  const select = (id: typeof tab | "form") =>
    useView.setState(
      id === "form"
        ? { resultInFront: false }
        : { resultInFront: true, tab: id },
    );
  useBackToList(phone && entered);
  return (
    <div className={styles.body}>
      {phone ? null : (
        <div className={styles.left}>
          <SectionList />
        </div>
      )}
      <main className={styles.middle}>
        <div className={styles.tabs}>
          <Tabs
            label="Form and result"
            prefix="view"
            tabs={[form, ...resultTabs]}
            active={active}
            onSelect={select}
          />
        </div>
        <div
          className={styles.panel}
          role="tabpanel"
          id="view-panel"
          aria-labelledby={`view-tab-${active}`}
          tabIndex={-1}
        >
          {inFront ? (
            <>
              <div className={styles.result} id="result" tabIndex={-1}>
                <ResultView tab={tab} />
              </div>
              <Problems />
            </>
          ) : phone && !entered ? (
            <SectionList />
          ) : (
            <FormPane back={phone ? goBack : undefined} />
          )}
        </div>
      </main>
    </div>
  );
}
