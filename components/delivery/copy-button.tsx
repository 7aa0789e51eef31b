"use client";

import { Copy } from "lucide-react";
import type { ReactNode } from "react";

export function CopyButton({
  onClick,
  children,
}: {
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <button type="button" onClick={onClick}>
      <Copy size={14} aria-hidden="true" />
      {children}
    </button>
  );
}
