"use client";

import { useMemo, useState } from "react";
import { ProblemList } from "@/components/report/problem-list";
import { Button } from "@/components/ui/button";
import { Message } from "@/components/ui/message";
import { Switch } from "@/components/ui/switch";
import { sentenceFor, type Entry } from "@/lib/butane";
import type { ImportAnswer, Imported } from "@/lib/import";
import { textOf, upgradesOf } from "@/lib/pipeline";
import type { Preset } from "@/lib/preset";
import { describeShare } from "@/lib/share/describe";
import styles from "./import-dialog.module.css";

interface AnswerProps {
  answer: ImportAnswer;
  /** Upgrades that are to be made, by their ids. */
  chosen: ReadonlySet<string>;
  onChoose: (id: string, on: boolean) => void;
  /** Shows a line of the text. */
  onLine: (line: number) => void;
}

/** What will be there afterwards, what is wrong with the text, and what of it is lost. */
export function Answer({ answer, chosen, onChoose, onLine }: AnswerProps) {
  return (
    <div className={styles.answer}>
      {answer.ok ? <Outlook answer={answer} /> : null}
      <Entries report={answer.report} onLine={onLine} />
      {answer.ok ? <Lost answer={answer} onLine={onLine} /> : null}
      {answer.ok ? (
        <Upgrades answer={answer} chosen={chosen} onChoose={onChoose} />
      ) : null}
      {answer.ok && answer.kind !== "butane" ? (
        <Document preset={answer.preset} />
      ) : null}
    </div>
  );
}

/** In one sentence what a text is, or why it is not opened. */
export function Verdict({
  answer,
  onLine,
}: Pick<AnswerProps, "answer" | "onLine">) {
  return answer.ok ? (
    <Message
      kind="info"
      shape="box"
      sentence={`This is ${answer.title}.`}
      why={whatBecomes[answer.kind]}
    />
  ) : (
    <Message
      kind="error"
      shape="box"
      sentence={answer.sentence}
      why={answer.why}
      // The entries below lead to their lines themselves.
      action={
        answer.report.length === 0
          ? lineAction(answer.range?.start.line, onLine)
          : undefined
      }
    />
  );
}

const whatBecomes: Readonly<Record<Imported["kind"], string>> = {
  preset: "It opens as it is.",
  link: "It opens as it is.",
  butane:
    "It stays as it is written, line for line; the forms show what they know of it.",
  ignition: "It becomes a Butane document that makes the same config again.",
  "cloud-config": "What has a counterpart becomes a node for Flatcar.",
};

function lineAction(line: number | undefined, onLine: (line: number) => void) {
  if (line === undefined) return undefined;
  return { label: `Line ${line}`, run: () => onLine(line) };
}

function Outlook({ answer }: { answer: Imported }) {
  return (
    <section className={styles.part}>
      <h3>What will be there</h3>
      <ul className={styles.lines} aria-label="What it does">
        {describeShare(answer.preset, answer.leftOut).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function Entries({
  report,
  onLine,
}: {
  report: readonly Entry[];
  onLine: (line: number) => void;
}) {
  if (report.length === 0) return null;
  const problems = report.map((entry) => ({
    ...{ kind: entry.kind, code: entry.code, path: entry.path },
    ...sentenceFor(entry),
    ...(entry.range && { range: entry.range }),
  }));
  return (
    <section className={styles.part}>
      <h3>What its own validator says</h3>
      <div className={styles.entries}>
        <ProblemList
          label="What its own validator says"
          problems={problems}
          onOpen={({ range }) => range && onLine(range.start.line)}
        />
      </div>
    </section>
  );
}

function Lost({
  answer,
  onLine,
}: {
  answer: Imported;
  onLine: (line: number) => void;
}) {
  if (answer.notCarriedOver.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3>Not carried over</h3>
      <ul className={styles.lost} aria-label="Not carried over">
        {answer.notCarriedOver.map(({ what, why, line }, index) => (
          <li key={index}>
            <div>
              <code>{what}</code>
              <small>{why}</small>
            </div>
            {line === undefined ? null : (
              <Button variant="link" onClick={() => onLine(line)}>
                line {line}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The Butane document as it will be, for who wants to read it first. */
function Document({ preset }: { preset: Preset }) {
  const [shown, setShown] = useState(false);
  const text = useMemo(() => (shown ? textOf(preset) : ""), [shown, preset]);
  return (
    <details onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>The Butane document it becomes</summary>
      {/* It scrolls, so the keyboard has to reach it. */}
      <pre className={styles.document} tabIndex={0} aria-label="Butane">
        {text}
      </pre>
    </details>
  );
}

function Upgrades({
  answer,
  chosen,
  onChoose,
}: {
  answer: Imported;
} & Pick<AnswerProps, "chosen" | "onChoose">) {
  const upgrades = useMemo(() => upgradesOf(answer.preset), [answer]);
  if (upgrades.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="import-upgrades">
      <h3 id="import-upgrades">What could be written the current way</h3>
      {upgrades.map(({ id, title, why }) => (
        <Switch
          key={id}
          label={title}
          help={why}
          checked={chosen.has(id)}
          onChange={(on) => onChoose(id, on)}
        />
      ))}
    </section>
  );
}
