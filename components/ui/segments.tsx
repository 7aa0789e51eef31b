"use client";

import { useId } from "react";
import { useFieldLabel, useFieldProps } from "./field";
import styles from "./segments.module.css";

interface SegmentsProps<Value extends string> {
  value: Value;
  onChange: (value: Value) => void;
  options: readonly {
    readonly value: Value;
    readonly label: string;
    /** Shown, but not to be chosen. */
    readonly disabled?: boolean;
    readonly title?: string;
  }[];
  /** Name of the group where no field gives one. */
  label?: string;
}

/** One of a few, all in sight: radio buttons drawn as one control, so that arrow keys come with them. */
export function Segments<Value extends string>(props: SegmentsProps<Value>) {
  const name = useId();
  const labelledBy = useFieldLabel();
  const { id, ...described } = useFieldProps();
  return (
    <div
      role="radiogroup"
      id={id}
      tabIndex={-1}
      className={styles.group}
      aria-label={props.label}
      aria-labelledby={props.label ? undefined : labelledBy}
      aria-describedby={described["aria-describedby"]}
    >
      {props.options.map((option) => (
        <label
          key={option.value}
          className={styles.segment}
          title={option.title}
        >
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            value={option.value}
            checked={option.value === props.value}
            disabled={option.disabled}
            onChange={() => props.onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
