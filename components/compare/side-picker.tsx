"use client";

import { ChevronDown, FolderOpen } from "lucide-react";
import { useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/inputs";
import { Message } from "@/components/ui/message";
import inputs from "@/components/ui/inputs.module.css";
import type { ImportAnswer } from "@/lib/import";
import { givenChoice, type Choice } from "./choices";
import styles from "./compare-dialog.module.css";

/** What somebody gave to be compared. */
export interface Given {
  readonly text: string;
  readonly answer: ImportAnswer | null;
  /** Name of the file it came from. */
  readonly file?: string;
}

interface SidePickerProps {
  /** `From` or `To`. */
  label: string;
  choices: readonly Choice[];
  value: string;
  onChange: (value: string) => void;
  given: Given;
  onText: (text: string) => void;
  onFile: (file: File) => void;
}

/** Chooses one of the two nodes. */
export function SidePicker(props: SidePickerProps) {
  const { label, choices, value, onChange, given, onText, onFile } = props;
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.side}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <span className={inputs.select}>
        <select
          id={id}
          className={inputs.control}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {grouped(choices).map(([group, list]) => (
            <optgroup key={group} label={group}>
              {list.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <ChevronDown size={14} aria-hidden />
      </span>
      {value === givenChoice ? (
        <div className={styles.given}>
          <Field
            label={`${label}: a link, or the text of a preset, Butane, Ignition or cloud-config`}
            messages={problemOf(given)}
          >
            <TextArea
              mono
              rows={3}
              value={given.text}
              placeholder="Paste it here"
              onChange={onText}
            />
          </Field>
          <input
            ref={file}
            type="file"
            hidden
            aria-label={`${label}: file`}
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              // The same file may be chosen again after it changed.
              event.target.value = "";
              if (chosen) onFile(chosen);
            }}
          />
          <Button onClick={() => file.current?.click()}>
            <FolderOpen size={15} aria-hidden /> Open a file…
          </Button>
          {given.answer?.ok ? (
            <Message
              kind="info"
              sentence={`This is ${given.answer.title}${given.file ? `, from ${given.file}` : ""}.`}
            />
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

function problemOf({ text, answer }: Given) {
  return answer && !answer.ok && text !== ""
    ? [
        {
          kind: "error" as const,
          sentence: answer.sentence,
          ...(answer.why ? { why: answer.why } : {}),
        },
      ]
    : [];
}

function grouped(choices: readonly Choice[]): [string, Choice[]][] {
  const groups = new Map<string, Choice[]>();
  for (const choice of choices)
    groups.set(choice.group, [...(groups.get(choice.group) ?? []), choice]);
  return [...groups];
}
