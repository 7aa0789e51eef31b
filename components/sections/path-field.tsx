"use client";

import type { ComponentProps } from "react";
import { Field } from "@/components/ui/field";
import { Message } from "@/components/ui/message";
import type { Path } from "@/lib/butane";
import { fieldId } from "@/lib/state/field-id";
import styles from "./section.module.css";
import { useMessages } from "./use-section";

interface PathFieldProps
  extends Omit<ComponentProps<typeof Field>, "id" | "messages"> {
  /** Where the value stands in the preset. */
  path: Path;
}

/** A field that knows its place in the preset, and so what is wrong with its value. */
export function PathField({ path, ...rest }: PathFieldProps) {
  return <Field {...rest} id={fieldId(path)} messages={useMessages(path)} />;
}

/** What is said about a whole group of values, where it begins. A problem can jump here, too. */
export function PathMessages({
  path,
  id = fieldId(path),
}: {
  path: Path;
  id?: string;
}) {
  const messages = useMessages(path, { exact: true });
  return (
    <div id={id} tabIndex={-1} className={styles.messages} aria-live="polite">
      {messages.map((message, index) => (
        <Message
          key={index}
          {...message}
          shape={message.kind === "info" ? "line" : "box"}
        />
      ))}
    </div>
  );
}
