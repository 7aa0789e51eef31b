"use client";

import { ListEditor } from "@/components/ui/list-editor";
import type { FileContents } from "@/lib/preset/sections/files/value";
import { setAt } from "@/lib/set-at";
import { ContentsFields } from "../files/contents-fields";
import { PathMessages } from "../path-field";
import styles from "../section.module.css";

interface ResourceListProps {
  field: "merge" | "authorities";
  title: string;
  items: readonly FileContents[];
  onChange: (items: readonly FileContents[]) => void;
  fresh: FileContents;
  addLabel: string;
  /** What one of them is called. */
  one: string;
  empty: string;
}

/** Configs or certificates, each typed, uploaded or fetched. */
export function ResourceList(props: ResourceListProps) {
  const { field, title, items, onChange, one } = props;
  return (
    <section className={styles.fields} aria-labelledby={`ignition-${field}`}>
      <h3 id={`ignition-${field}`} className={styles.cardTitle}>
        {title}
      </h3>
      <ListEditor
        items={items}
        onChange={onChange}
        make={() => props.fresh}
        addLabel={props.addLabel}
        empty={props.empty}
        name={(_, index) => `${one.toLowerCase()} ${index + 1}`}
        title={(_, index) => `${one} ${index + 1}`}
        render={(contents, index) => (
          <>
            <PathMessages path={["ignition", field, index]} />
            <ContentsFields
              at={["ignition", field, index]}
              label={`${one} ${index + 1}`}
              hiddenLabel
              of={`${one.toLowerCase()} ${index + 1}`}
              contents={contents}
              onChange={(next) => onChange(setAt(items, [index], next))}
            />
          </>
        )}
      />
    </section>
  );
}
