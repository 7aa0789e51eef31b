"use client";

import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { withChoice, type ImageChoices } from "@/lib/butane";
import type { ChosenExtension } from "@/lib/preset";
import { fieldId } from "@/lib/state/field-id";
import { useChosen } from "./use-chosen";

/** The chosen extension that a field is about, and its place among them. */
export interface ChoiceProps {
  chosen: ChosenExtension;
  index: number;
}

/** A field that a problem of its key leads to. */
export function ChoiceField(props: {
  index: number;
  field: string;
  label: string;
  help: ReactNode;
  group?: boolean;
  width?: "medium" | "wide";
  children: ReactNode;
}) {
  const { index, field, ...rest } = props;
  return (
    <Field {...rest} id={fieldId(["extensions", "chosen", index, field])} />
  );
}

/** An intent that sets one choice; what says nothing is not kept. */
export function useChoice({ chosen, index }: ChoiceProps) {
  const change = useChosen(index);
  return <Key extends keyof ImageChoices>(
    key: Key,
    value: ImageChoices[Key] | undefined,
  ) => change(withChoice(chosen, key, value));
}
