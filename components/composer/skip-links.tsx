"use client";

import { Button } from "@/components/ui/button";
import { useView } from "@/lib/state/view-store";
import styles from "./composer.module.css";

const focus = (id: string) => () => document.getElementById(id)?.focus();

/** First in the order of tabs, seen only there. Buttons, since the address's fragment belongs to the node. */
export function SkipLinks() {
  const toResult = () => {
    useView.setState({ resultShown: true, resultInFront: true });
    requestAnimationFrame(focus("result"));
  };
  const toForm = () => {
    useView.setState({ resultInFront: false, entered: true });
    requestAnimationFrame(focus("form"));
  };
  return (
    <div className={styles.skip} role="navigation" aria-label="Skip">
      <Button onClick={toForm}>Skip to the form</Button>
      <Button onClick={toResult}>Skip to the result</Button>
    </div>
  );
}
