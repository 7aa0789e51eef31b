"use client";

import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { counted } from "@/lib/words";
import {
  diffParts,
  type DiffLine,
  type DiffPart,
  type DiffRow,
} from "./diff-rows";
import styles from "./text-diff.module.css";

interface TextDiffProps {
  before: string;
  after: string;
  /** The two texts beside each other; else one below the other, line by line. Default: false. */
  sideBySide?: boolean;
  /** What the two texts are called. */
  titles?: { readonly before: string; readonly after: string };
}

const usual = { before: "Before", after: "After" };

/** Two texts line by line, with what was removed and added named by sign, colour and word. */
export function TextDiff({
  before,
  after,
  sideBySide = false,
  titles = usual,
}: TextDiffProps) {
  const parts = useMemo(() => diffParts(before, after), [before, after]);
  if (before === after)
    return <p className={styles.none}>The texts are the same, byte by byte.</p>;
  return (
    <div
      className={styles.view}
      role="region"
      aria-label="Differences of the text"
      tabIndex={0}
    >
      <table
        className={styles.table}
        data-layout={sideBySide ? "beside" : "below"}
      >
        <caption className="visually-hidden">
          From {titles.before} to {titles.after}
        </caption>
        {sideBySide ? (
          <colgroup>
            <col className={styles.numbers} />
            <col />
            <col className={styles.numbers} />
            <col />
          </colgroup>
        ) : null}
        {sideBySide ? (
          <thead>
            <tr>
              <th colSpan={2} scope="colgroup">
                {titles.before}
              </th>
              <th colSpan={2} scope="colgroup">
                {titles.after}
              </th>
            </tr>
          </thead>
        ) : null}
        {parts.map((part, index) => (
          <Part key={index} part={part} sideBySide={sideBySide} />
        ))}
      </table>
    </div>
  );
}

function Part({ part, sideBySide }: { part: DiffPart; sideBySide: boolean }) {
  const [open, setOpen] = useState(false);
  const Row = sideBySide ? BesideRow : BelowRows;
  if (part.kind === "rows" || open)
    return (
      <tbody>
        {part.rows.map((row, index) => (
          <Row key={index} row={row} />
        ))}
      </tbody>
    );
  return (
    <tbody>
      <tr className={styles.fold}>
        <td colSpan={4}>
          <Button variant="link" onClick={() => setOpen(true)}>
            Show {counted(part.rows.length)} lines that are the same
          </Button>
        </td>
      </tr>
    </tbody>
  );
}

function BesideRow({ row: { kind, before, after } }: { row: DiffRow }) {
  const changed = kind !== "same";
  return (
    <tr>
      <Side line={before} change={changed ? "removed" : undefined} />
      <Side line={after} change={changed ? "added" : undefined} />
    </tr>
  );
}

function Side({
  line,
  change,
}: {
  line: DiffLine | undefined;
  change: "removed" | "added" | undefined;
}) {
  if (!line)
    return (
      <>
        <td className={styles.number} />
        <td className={styles.gap} />
      </>
    );
  return (
    <>
      <td className={styles.number}>{line.number}</td>
      <Line text={line.text} change={change} />
    </>
  );
}

function BelowRows({ row: { kind, before, after } }: { row: DiffRow }) {
  if (kind === "same")
    return (
      <tr>
        <td className={styles.number}>{before!.number}</td>
        <td className={styles.number}>{after!.number}</td>
        <Line text={after!.text} />
      </tr>
    );
  return (
    <>
      {before ? (
        <tr>
          <td className={styles.number}>{before.number}</td>
          <td className={styles.number} />
          <Line text={before.text} change="removed" />
        </tr>
      ) : null}
      {after ? (
        <tr>
          <td className={styles.number} />
          <td className={styles.number}>{after.number}</td>
          <Line text={after.text} change="added" />
        </tr>
      ) : null}
    </>
  );
}

const signs = { removed: "−", added: "+" } as const;
const words = { removed: "Removed: ", added: "Added: " } as const;

function Line({
  text,
  change,
}: {
  text: string;
  change?: "removed" | "added" | undefined;
}) {
  return (
    <td className={styles.line} data-change={change}>
      <span className={styles.sign} aria-hidden>
        {change ? signs[change] : " "}
      </span>
      {change ? <span className="visually-hidden">{words[change]}</span> : null}
      <code>{text}</code>
    </td>
  );
}
