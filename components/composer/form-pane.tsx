"use client";

import { ArrowLeft } from "lucide-react";
import { useEffect, useRef } from "react";
import { sectionForms } from "@/components/sections";
import { WorkloadForm } from "@/components/sections/workload-form";
import { Button } from "@/components/ui/button";
import type { SectionId } from "@/lib/preset";
import { useView } from "@/lib/state/view-store";
import { useBroken } from "@/lib/state/use-broken";
import { BrokenNotice } from "./broken-notice";
import styles from "./form-pane.module.css";
import { useFieldFocus } from "./use-field-focus";
import { useFieldLines } from "./use-field-lines";

/** The chosen section. */
export function FormPane({ back }: { back?: (() => void) | undefined }) {
  const section = useView((view) => view.section);
  const broken = useBroken() !== null;
  const pane = useRef<HTMLDivElement>(null);
  useFieldFocus();
  useFieldLines();
  useEffect(() => {
    pane.current?.scrollTo({ top: 0 });
  }, [section]);
  return (
    <div ref={pane} className={styles.pane} id="form" tabIndex={-1}>
      {back ? (
        <Button variant="plain" className={styles.back} onClick={back}>
          <ArrowLeft size={16} aria-hidden /> Sections
        </Button>
      ) : null}
      <BrokenNotice />
      <fieldset disabled={broken} className={styles.form}>
        <legend className="visually-hidden">
          {broken ? "The node as it was before" : "The node"}
        </legend>
        <Form section={section} />
      </fieldset>
    </div>
  );
}

function Form({ section }: { section: string }) {
  if (section.startsWith("workload:")) {
    const id = section.slice("workload:".length);
    return <WorkloadForm key={id} id={id} />;
  }
  const Chosen = sectionForms[section as SectionId];
  return <Chosen />;
}
