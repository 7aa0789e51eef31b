"use client";

import type { RefObject } from "react";
import { selectLine } from "@/components/import/select-line";
import { Button } from "@/components/ui/button";
import { counted } from "@/lib/words";
import { KindIcon } from "@/components/ui/message";
import type { Role } from "@/lib/fleet/plan";
import styles from "./fleet-dialog.module.css";
import { useFleet } from "./fleet-state";
import type { FleetRun } from "./use-fleet-run";

interface Finding {
  readonly kind: "error" | "warning" | "info";
  readonly code: string;
  readonly sentence: string;
  readonly why?: string;
  /** What it is about, in front of the sentence. */
  readonly whose: string;
  readonly lines: readonly number[];
  readonly count: number;
}

/** What is wrong with the table and with its nodes; what many have in common stands there once. */
export function FleetFindings({
  run,
  roles,
  field,
}: {
  run: FleetRun;
  roles: readonly Role[];
  field: RefObject<HTMLTextAreaElement | null>;
}) {
  const findings = findingsOf(run, roles.length > 1);
  if (findings.length === 0) return null;
  const shown = findings.slice(0, mostShown);
  return (
    <section aria-label="Problems of the fleet">
      <h3>Problems</h3>
      <ul className={styles.findings}>
        {shown.map((finding, index) => (
          <li key={index} data-code={finding.code}>
            <KindIcon kind={finding.kind} />
            <div>
              {finding.whose ? <strong>{finding.whose} </strong> : null}
              {finding.sentence}
              {finding.why ? <small>{finding.why}</small> : null}
              {finding.lines.length > 0 ? (
                <Lines {...finding} field={field} />
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {findings.length > shown.length ? (
        <p>And {counted(findings.length - shown.length)} more.</p>
      ) : null}
    </section>
  );
}

const mostShown = 50;
const mostLines = 8;

function Lines({
  lines,
  count,
  field,
}: Pick<Finding, "lines" | "count"> & {
  field: RefObject<HTMLTextAreaElement | null>;
}) {
  const file = useFleet((state) => state.table.file);
  const shown = lines.slice(0, mostLines);
  const more = count - shown.length;
  return (
    <p className={styles.lines}>
      {shown.map((line) =>
        // A large file is in no text field.
        file ? (
          <span key={line}>Line {line}</span>
        ) : (
          <Button
            key={line}
            variant="link"
            onClick={() => field.current && selectLine(field.current, line)}
          >
            Line {line}
          </Button>
        ),
      )}
      {more > 0 ? <span>and {counted(more)} more</span> : null}
    </p>
  );
}

function findingsOf(
  { table, gathered }: FleetRun,
  manyRoles: boolean,
): Finding[] {
  const ofTable = table.map(({ kind, code, sentence, line }): Finding => {
    const lines = line === undefined ? [] : [line];
    return { kind, code, sentence, whose: "", lines, count: lines.length };
  });
  const ofNodes = gathered.problems.map((problem): Finding => {
    const { kind, code, sentence, why, role, first, lines, count } = problem;
    const whose = count === 1 ? `${first.name}:` : "";
    const asRole = manyRoles && role !== "" ? `${role}:` : "";
    return {
      kind,
      code,
      sentence,
      ...(why ? { why } : {}),
      whose: whose || asRole,
      lines,
      count,
    };
  });
  return [...ofTable, ...ofNodes];
}
