"use client";

import { useState } from "react";
import { importBytes, importText } from "@/lib/import";
import type { Given } from "./side-picker";

const nothing: Given = { text: "", answer: null };

/** What was pasted or opened for one side, and the node it is. */
export function useGiven() {
  const [given, setGiven] = useState<Given>(nothing);
  return {
    given,
    onText: (text: string) =>
      setGiven({ text, answer: text.trim() === "" ? null : importText(text) }),
    onFile: async (file: File) => {
      const answer = importBytes(new Uint8Array(await file.arrayBuffer()));
      setGiven({ text: answer.text, answer, file: file.name });
    },
  };
}
