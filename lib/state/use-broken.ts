"use client";

import { useEffect, useState } from "react";
import type { Broken } from "./input";
import { useComposer } from "./provider";

/** A key that is half typed breaks the text, too. */
const patience = 600;

/** The text that cannot be read, once nobody is about to mend it: what stands around the text need not blink with every key. */
export function useBroken(): Broken | null {
  const broken = useComposer((state) => state.broken);
  const [rested, setRested] = useState<Broken | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested(broken), broken ? patience : 0);
    return () => clearTimeout(timer);
  }, [broken]);
  return broken && rested ? broken : null;
}
