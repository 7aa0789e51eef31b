"use client";

import { useEffect, useRef } from "react";
import { TextInput } from "@/components/ui/inputs";
import styles from "./picker.module.css";

interface SearchFieldProps {
  value: string;
  onChange: (value: string) => void;
  label: string;
}

/** A search that `/` reaches from anywhere outside of a text field. */
export function SearchField({ value, onChange, label }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey)
        return;
      const target = event.target as HTMLElement;
      if (
        target.closest(
          "input, textarea, select, [contenteditable=true], dialog",
        )
      )
        return;
      event.preventDefault();
      input.current?.focus();
      input.current?.scrollIntoView({ block: "center" });
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <div className={styles.search}>
      <TextInput
        ref={input}
        type="search"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={`${label}…`}
        value={value}
        onChange={onChange}
        onKeyDown={(event) => {
          if (event.key === "Escape" && value !== "") {
            event.preventDefault();
            onChange("");
          }
        }}
      />
      {value === "" ? <kbd aria-hidden>/</kbd> : null}
    </div>
  );
}
