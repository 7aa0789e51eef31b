"use client";

import { TriangleAlert } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useComposer } from "@/lib/state/provider";
import { useBroken } from "@/lib/state/use-broken";
import { whereBroken } from "@/lib/state/selectors";
import { showLine } from "@/lib/state/view-store";
import styles from "./broken-notice.module.css";

/** Why the form stands still: the text cannot be read. Says where, and leads there or back. */
export function BrokenNotice() {
  const broken = useBroken();
  const takeBack = useComposer((state) => state.takeBack);
  const at = broken ? whereBroken(broken) : null;
  const [problem] = broken?.problems ?? [];
  return (
    // Always there, so that a screen reader hears when it fills.
    <div role="status" className={styles.place}>
      {at ? (
        <div className={styles.notice}>
          <TriangleAlert size={16} aria-hidden />
          <div className={styles.words}>
            <p>
              <strong>{at.words} cannot be read</strong>; the form shows the
              node as it was before.
            </p>
            {problem ? <p className={styles.why}>{problem.sentence}</p> : null}
            <p className={styles.why}>
              Meanwhile links and the browser’s draft hold the node as it was;
              the text itself stays in this tab only, since nobody can tell what
              in it is secret.
            </p>
            <div className={styles.ways}>
              <Button onClick={() => showLine(at.line, at.column)}>
                Go to line {at.line}
              </Button>
              <Button variant="plain" onClick={takeBack}>
                Take the text back
              </Button>
            </div>
          </div>
        </div>
      ) : null}
    </div>
  );
}

/** Above a result that is older than the text. */
export function OlderResult() {
  const broken = useBroken();
  if (!broken) return null;
  const { words, line, column } = whereBroken(broken);
  return (
    <p className={styles.older}>
      {words} of the text cannot be read: this is the node as it was before.{" "}
      <Button variant="link" onClick={() => showLine(line, column)}>
        Go to line {line}
      </Button>
    </p>
  );
}
