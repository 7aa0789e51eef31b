"use client";

import { ChevronDown, Eye, EyeOff } from "lucide-react";
import {
  useState,
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from "react";
import { IconButton } from "./button";
import { classes } from "./classes";
import { useFieldLabel, useFieldProps } from "./field";
import styles from "./inputs.module.css";

/** Nothing typed here is prose: no correction, no capital letters, no spelling. */
const verbatim = {
  spellCheck: false,
  autoCapitalize: "off",
  autoCorrect: "off",
  autoComplete: "off",
} as const;

interface TextInputProps
  extends Omit<InputHTMLAttributes<HTMLInputElement>, "onChange" | "value"> {
  value: string;
  onChange: (value: string) => void;
  mono?: boolean;
  ref?: Ref<HTMLInputElement>;
}

export function TextInput({
  onChange,
  mono,
  className,
  ...rest
}: TextInputProps) {
  return (
    <input
      type="text"
      {...verbatim}
      {...useFieldProps()}
      {...rest}
      className={classes(styles.control, mono && styles.mono, className)}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** A value that is hidden until asked for. */
export function SecretInput(props: TextInputProps) {
  const [shown, setShown] = useState(false);
  return (
    <Secret shown={shown} onShow={setShown}>
      <TextInput
        {...props}
        type={shown ? "text" : "password"}
        // Password managers would otherwise offer to fill or keep a node's secrets.
        autoComplete="new-password"
        data-1p-ignore=""
      />
    </Secret>
  );
}

/** A control beside the button that shows and hides what is in it. */
function Secret({
  shown,
  onShow,
  children,
}: {
  shown: boolean;
  onShow: (shown: boolean) => void;
  children: ReactNode;
}) {
  const Icon = shown ? EyeOff : Eye;
  const labelId = useFieldLabel();
  return (
    <div className={styles.secret}>
      {children}
      <IconButton
        label={shown ? "Hide" : "Show"}
        aria-describedby={labelId}
        aria-pressed={shown}
        onClick={() => onShow(!shown)}
      >
        <Icon size={16} aria-hidden />
      </IconButton>
    </div>
  );
}

interface TextAreaProps
  extends Omit<
    TextareaHTMLAttributes<HTMLTextAreaElement>,
    "onChange" | "value"
  > {
  value: string;
  onChange: (value: string) => void;
  mono?: boolean;
  ref?: Ref<HTMLTextAreaElement>;
}

/** Grows with its text up to half the window. */
export function TextArea({
  onChange,
  mono,
  className,
  rows = 3,
  ...rest
}: TextAreaProps) {
  return (
    <textarea
      rows={rows}
      {...verbatim}
      {...useFieldProps()}
      {...rest}
      className={classes(
        styles.control,
        styles.area,
        mono && styles.mono,
        className,
      )}
      // A control that grows with its content forgets its rows.
      style={{ minHeight: `calc(${rows * 1.6}em + 14px)` }}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** Several lines that are hidden until asked for. */
export function SecretArea(props: TextAreaProps) {
  const [shown, setShown] = useState(false);
  return (
    <Secret shown={shown} onShow={setShown}>
      <TextArea {...props} className={shown ? undefined : styles.hidden} />
    </Secret>
  );
}

interface SelectProps
  extends Omit<SelectHTMLAttributes<HTMLSelectElement>, "onChange" | "value"> {
  value: string;
  onChange: (value: string) => void;
  options: readonly { readonly value: string; readonly label: string }[];
}

/** The browser's own list: known to every keyboard, phone and screen reader. */
export function Select({
  value,
  onChange,
  options,
  className,
  ...rest
}: SelectProps) {
  const known = options.some((option) => option.value === value);
  return (
    <span className={styles.select}>
      <select
        {...useFieldProps()}
        {...rest}
        className={classes(styles.control, className)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {known ? null : <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown size={14} aria-hidden />
    </span>
  );
}
