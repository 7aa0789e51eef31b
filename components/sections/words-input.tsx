"use client";

import { useState } from "react";
import { TextInput } from "@/components/ui/inputs";

interface WordsInputProps {
  value: readonly string[];
  onChange: (words: readonly string[]) => void;
  placeholder?: string;
}

/** A few words in one line, apart by comma or space. What is typed stays as typed until the field is left. */
export function WordsInput({ value, onChange, placeholder }: WordsInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      mono
      placeholder={placeholder}
      value={typed ?? value.join(", ")}
      onChange={(text) => {
        setTyped(text);
        onChange(text.split(/[\s,]+/).filter(Boolean));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
