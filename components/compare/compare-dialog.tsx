"use client";

import { ArrowLeftRight } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Message } from "@/components/ui/message";
import { Tabs } from "@/components/ui/tabs";
import { useMedia } from "@/components/ui/use-media";
import {
  butaneTexts,
  compare,
  planOf,
  type Comparison,
  type Difference,
} from "@/lib/compare";
import type { Preset } from "@/lib/preset";
import { useComposer } from "@/lib/state/provider";
import { sectionOf } from "@/lib/state/selectors";
import {
  snapshots,
  useSnapshots,
} from "@/lib/state/snapshots/browser-snapshots";
import { showField, useView } from "@/lib/state/view-store";
import {
  choicesOf,
  givenChoice,
  nodeOf,
  nowChoice,
  openedChoice,
} from "./choices";
import styles from "./compare-dialog.module.css";
import { MeaningView } from "./meaning-view";
import { PlanView } from "./plan-view";
import { SidePicker, type Given } from "./side-picker";
import { TextDiff } from "./text-diff";
import { useGiven } from "./use-given";

const tabs = [
  { id: "meaning", title: "Meaning" },
  { id: "text", title: "Text" },
  { id: "node", title: "On a running node" },
] as const;

type Tab = (typeof tabs)[number]["id"];

/** Two nodes side by side: what is different, line by line, and what it takes on a node that runs. */
export function CompareDialog({ onClose }: { onClose: () => void }) {
  const { sides, swap, nodes } = useSides();
  const [tab, setTab] = useState<Tab>("meaning");
  const { before, after } = nodes;
  return (
    <Dialog
      title="Compare"
      intro="What is different between two nodes, and what makes a running node of the first kind one of the second. Nothing is changed here."
      width="full"
      onClose={onClose}
    >
      <div className={styles.compare}>
        <div className={styles.sides}>
          <SidePicker label="From" {...sides.before} />
          <Button aria-label="Swap the two" title="Swap the two" onClick={swap}>
            <ArrowLeftRight size={15} aria-hidden />
          </Button>
          <SidePicker label="To" {...sides.after} />
        </div>
        {before && after ? (
          <Compared
            before={before}
            after={after}
            tab={tab}
            onTab={setTab}
            isNow={sides.after.value === nowChoice}
            onClose={onClose}
          />
        ) : (
          <p className={styles.waiting}>
            Choose two nodes. A pasted link or text is read in this browser and
            goes nowhere.
          </p>
        )}
      </div>
    </Dialog>
  );
}

interface ComparedProps {
  before: Preset;
  after: Preset;
  tab: Tab;
  onTab: (tab: Tab) => void;
  /** Whether the second node is the open one, whose fields can be shown. */
  isNow: boolean;
  onClose: () => void;
}

function Compared(props: ComparedProps) {
  const { before, after, tab, onTab, isNow, onClose } = props;
  const comparison = useMemo(() => compare(before, after), [before, after]);
  const show = ({ field }: Difference) => {
    onClose();
    if (field) showField(field.path, sectionOf(field.path, after));
  };
  return (
    <>
      <div className={styles.bar}>
        <Tabs
          label="Comparison"
          prefix="compare"
          tabs={tabs}
          active={tab}
          onSelect={onTab}
        />
        <p role="status" className={styles.sum}>
          {sumOf(comparison)}
        </p>
      </div>
      <div
        className={styles.panel}
        role="tabpanel"
        id="compare-panel"
        aria-labelledby={`compare-tab-${tab}`}
      >
        {comparison.broken.map(({ side, errors }) => (
          <Message
            key={side}
            kind="warning"
            shape="box"
            sentence={`${side === "before" ? "From" : "To"} makes no Ignition config: ${errors === 1 ? "one error keeps" : `${errors} errors keep`} it from that.`}
            why="What follows from the text could not be compared."
          />
        ))}
        {tab === "text" ? (
          <Texts before={before} after={after} />
        ) : comparison.differences.length === 0 ? (
          <p className={styles.waiting}>The two are the same node.</p>
        ) : tab === "meaning" ? (
          <MeaningView
            differences={comparison.differences}
            onShow={isNow ? show : undefined}
          />
        ) : (
          <PlanView plan={planOf(comparison)} />
        )}
      </div>
    </>
  );
}

function Texts({ before, after }: { before: Preset; after: Preset }) {
  const beside = useMedia("(min-width: 1100px)");
  const texts = useMemo(() => butaneTexts(before, after), [before, after]);
  return (
    <TextDiff
      {...texts}
      sideBySide={beside}
      titles={{ before: "From", after: "To" }}
    />
  );
}

function sumOf({ differences }: Comparison): string {
  const { length } = differences;
  return length === 0
    ? "No difference"
    : length === 1
      ? "1 difference"
      : `${length} differences`;
}

/** The two choices, what was given for them, and the nodes they are. */
function useSides() {
  const comparing = useView((view) => view.comparing);
  const preset = useComposer((state) => state.preset);
  const history = useComposer((state) => state.history);
  const kept = useSnapshots(({ list }) => list);
  const [values, setValues] = useState(
    () =>
      comparing ?? {
        before: firstChoice(history.past.length),
        after: nowChoice,
      },
  );
  const given = { before: useGiven(), after: useGiven() };
  const [swapped, setSwapped] = useState(false);
  useEffect(() => {
    void snapshots.getState().load();
    // What it began with holds once.
    return () => useView.setState({ comparing: null });
  }, []);

  const list = kept ?? [];
  const choices = choicesOf({ history }, list);
  // After a swap each side keeps what was given for it.
  const givenOf = (side: "before" | "after") =>
    given[swapped ? other[side] : side];
  const side = (which: "before" | "after") => ({
    choices,
    value: values[which],
    onChange: (value: string) => setValues({ ...values, [which]: value }),
    given: givenOf(which).given,
    onText: givenOf(which).onText,
    onFile: (file: File) => void givenOf(which).onFile(file),
  });
  const node = (which: "before" | "after"): Preset | null =>
    values[which] === givenChoice
      ? presetGiven(givenOf(which).given)
      : nodeOf(values[which], { preset, history }, list);
  return {
    sides: { before: side("before"), after: side("after") },
    nodes: { before: node("before"), after: node("after") },
    swap: () => {
      setValues({ before: values.after, after: values.before });
      setSwapped(!swapped);
    },
  };
}

const other = { before: "after", after: "before" } as const;

/** What one compares with most: what this node was; else something from elsewhere. */
function firstChoice(steps: number): string {
  return steps > 0 ? openedChoice : givenChoice;
}

function presetGiven({ answer }: Given): Preset | null {
  return answer?.ok ? answer.preset : null;
}
