"use client";

import { ChevronRight } from "lucide-react";
import { memo, useMemo } from "react";
import { useProblems } from "@/components/sections/use-section";
import { useMedia } from "@/components/ui/use-media";
import { extensionById, type Kind } from "@/lib/butane";
import { sections } from "@/lib/preset";
import { useComposer } from "@/lib/state/provider";
import { sectionCounts, sectionKinds, workloads } from "@/lib/state/selectors";
import { showSection, useView, type SectionKey } from "@/lib/state/view-store";
import styles from "./section-list.module.css";

interface Row {
  readonly key: SectionKey;
  readonly title: string;
}

/** The sections in their groups: how much is set in each, and where something is wrong. */
export function SectionList() {
  const preset = useComposer((state) => state.preset);
  const problems = useProblems();
  const kinds = useMemo(
    () => sectionKinds(problems, preset),
    [problems, preset],
  );
  const counts = sectionCounts(preset);
  const rowsOf = (group: string): Row[] =>
    sections
      .filter((section) => section.group === group)
      .map(({ id, title }) => ({ key: id, title }));
  const workload: Row[] = workloads(preset).map(({ chosen }) => ({
    key: `workload:${chosen.id}`,
    title: extensionById(chosen.id)?.title ?? chosen.id,
  }));
  const groups = [
    { title: "Node", rows: rowsOf("node") },
    { title: "Workload", rows: [...workload, ...rowsOf("workload")] },
    { title: "System", rows: rowsOf("system") },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <nav
      className={styles.nav}
      aria-label="Sections"
      id="sections"
      tabIndex={-1}
    >
      {groups.map(({ title, rows }) => (
        <section key={title} aria-label={title}>
          <h2 className={styles.group}>{title}</h2>
          <ul>
            {rows.map((row) => (
              <SectionRow
                key={row.key}
                section={row.key}
                title={row.title}
                count={counts[row.key as keyof typeof counts] ?? 0}
                kind={kinds.get(row.key)}
              />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

const trouble: Partial<Record<Kind, string>> = {
  error: "has errors",
  warning: "has warnings",
};

interface SectionRowProps {
  readonly section: SectionKey;
  readonly title: string;
  readonly count: number;
  readonly kind: Kind | undefined;
}

/** Most keys change none of them. */
const SectionRow = memo(function SectionRow({
  section,
  title,
  count,
  kind,
}: SectionRowProps) {
  const active = useView((view) => view.section === section);
  const phone = useMedia("(max-width: 719px)");
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        aria-current={active && !phone ? "page" : undefined}
        onClick={() => showSection(section)}
      >
        <span className={styles.title}>{title}</span>
        {count > 0 ? (
          <span className={styles.count}>
            {count}
            <span className="visually-hidden"> set</span>
          </span>
        ) : null}
        {kind ? (
          <span className={styles.dot} data-kind={kind}>
            <span className="visually-hidden">{trouble[kind]}</span>
          </span>
        ) : null}
        <ChevronRight size={16} aria-hidden className={styles.arrow} />
      </button>
    </li>
  );
});
