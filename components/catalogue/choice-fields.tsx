"use client";

import { useState } from "react";
import { Fold } from "@/components/ui/fold";
import type { Extension } from "@/lib/butane";
import { useView } from "@/lib/state/view-store";
import type { ChoiceProps } from "./choice-field";
import { choiceFields, choiceSummary } from "./choice-summary";
import { ChoicesOfImage } from "./choices-of-image";
import { ChoicesOfUpdates } from "./choices-of-updates";

interface ChoiceFieldsProps extends ChoiceProps {
  extension: Extension | undefined;
  title: string;
}

/** What few nodes say of an image, folded away; a problem that asks for one of the fields opens them. */
export function ChoiceFields(props: ChoiceFieldsProps) {
  const { chosen, title, index } = props;
  const focus = useView((view) => view.focus);
  const isAsked =
    focus?.path[0] === "extensions" &&
    focus.path[1] === "chosen" &&
    focus.path[2] === index &&
    choiceFields.includes(String(focus.path[3]));
  const [open, setOpen] = useState(isAsked);
  const [served, setServed] = useState(focus?.token);
  if (focus && focus.token !== served) {
    setServed(focus.token);
    if (isAsked) setOpen(true);
  }
  return (
    <Fold
      label={`further choices of ${title}`}
      summary={choiceSummary(chosen)}
      open={open}
      onOpen={setOpen}
    >
      {chosen.updates === "none" ? null : <ChoicesOfUpdates {...props} />}
      {chosen.own ? null : <ChoicesOfImage chosen={chosen} index={index} />}
    </Fold>
  );
}
