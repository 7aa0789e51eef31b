"use client";

import { useState } from "react";
import { TextInput } from "@/components/ui/inputs";

interface WordsInputProps {
  value: readonly string[];
  onChange: (words: readonly string[]) => void;
  placeholder?: string;
  /** Whether a comma stands between two words, or is a part of one. */
  commas?: boolean;
}

/** A few words in one line, apart by comma or space. What is typed stays as typed until the field is left. */
export function WordsInput(props: WordsInputProps) {
  const { value, onChange, placeholder, commas = true } = props;
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      mono
      placeholder={placeholder}
      value={typed ?? value.join(commas ? ", " : " ")}
      onChange={(text) => {
        setTyped(text);
        onChange(text.split(commas ? /[\s,]+/ : /\s+/).filter(Boolean));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
