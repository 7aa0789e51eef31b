"use client";

import { createContext, useContext, useId, type ReactNode } from "react";
import { classes } from "./classes";
import styles from "./field.module.css";
import { Message, type MessageData } from "./message";

/** What a control takes from the field around it. */
interface FieldLink {
  readonly id: string;
  readonly labelId: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

const FieldContext = createContext<FieldLink | null>(null);

/** Attributes that tie a control to its label, its help and its errors. */
export function useFieldProps() {
  const link = useContext(FieldContext);
  if (!link) return {};
  return {
    id: link.id,
    "aria-describedby": link.describedBy,
    "aria-invalid": link.invalid || undefined,
  };
}

/** For controls that are groups and are named by the label instead of owned by it. */
export function useFieldLabel(): string | undefined {
  return useContext(FieldContext)?.labelId;
}

interface FieldProps {
  label: ReactNode;
  /** Id of the control; derived from the path of the value, so that a problem can jump to it. */
  id?: string;
  help?: ReactNode;
  messages?: readonly MessageData[];
  /** Not in sight, where a heading right above says the same. */
  hiddenLabel?: boolean;
  /** The control is a group (segments, a list): the label names it instead of pointing at one element. */
  group?: boolean;
  /** `auto` is as wide as its control, `narrow` fits a version, `wide` takes the line. */
  width?: "auto" | "narrow" | "medium" | "wide";
  className?: string | undefined;
  children: ReactNode;
}

/** Label above, control, one line of help, and what is wrong with it in its place. */
export function Field(props: FieldProps) {
  const { label, help, messages = [], group, width = "wide" } = props;
  const own = useId();
  const id = props.id ?? own;
  const labelId = `${id}-label`;
  const helpId = help ? `${id}-help` : undefined;
  const messagesId = messages.length > 0 ? `${id}-messages` : undefined;
  const labelStyle = props.hiddenLabel ? "visually-hidden" : styles.label;
  const link: FieldLink = {
    id,
    labelId,
    describedBy: [helpId, messagesId].filter(Boolean).join(" ") || undefined,
    invalid: messages.some((message) => message.kind === "error"),
  };
  return (
    <div className={classes(styles.field, props.className)} data-width={width}>
      {group ? (
        <span id={labelId} className={labelStyle}>
          {label}
        </span>
      ) : (
        <label id={labelId} htmlFor={id} className={labelStyle}>
          {label}
        </label>
      )}
      <div className={styles.control}>
        <FieldContext value={link}>{props.children}</FieldContext>
      </div>
      {help ? (
        <p id={helpId} className={styles.help}>
          {help}
        </p>
      ) : null}
      <div id={messagesId} aria-live="polite">
        {messages.map((message, index) => (
          <Message key={index} {...message} />
        ))}
      </div>
    </div>
  );
}

/** Fields beside each other, wrapping where there is no room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}
