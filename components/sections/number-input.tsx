"use client";

import { useState } from "react";
import { TextInput } from "@/components/ui/inputs";

interface NumberInputProps {
  value: number;
  onChange: (value: number) => void;
}

/** A whole number. Text that is none stays in sight while it is typed and changes nothing. */
export function NumberInput({ value, onChange }: NumberInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      mono
      inputMode="numeric"
      value={typed ?? String(value)}
      onChange={(text) => {
        setTyped(text);
        if (/^-?\d+$/.test(text.trim())) onChange(Number(text));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
