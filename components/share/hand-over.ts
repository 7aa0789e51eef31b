"use client";

import { counted } from "@/lib/words";
import { showToast } from "@/components/ui/toast";

/** Copies a text and says so; where the browser refuses, it says what to do instead. */
export async function copyText(text: string, what: string): Promise<void> {
  const said = `Copied ${what}, ${counted(new Blob([text]).size)} bytes.`;
  try {
    await navigator.clipboard.writeText(text);
    showToast({ text: said });
  } catch {
    if (copyBySelection(text)) showToast({ text: said });
    else
      showToast({
        text: `This browser does not let Kindling copy. Download the ${what} instead.`,
        stays: true,
      });
  }
}

/** Pages that are served without TLS have no clipboard; the old way still works there. */
function copyBySelection(text: string): boolean {
  const area = document.createElement("textarea");
  area.value = text;
  area.style.position = "fixed";
  area.style.opacity = "0";
  // Inside an open dialog everything else is inert and cannot be selected.
  (document.querySelector("dialog[open]") ?? document.body).append(area);
  const before = document.activeElement;
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}

/** Saves a text or bytes as a file. */
export function download(
  content: string | Uint8Array<ArrayBuffer> | Blob,
  fileName: string,
) {
  const address = URL.createObjectURL(
    new Blob([content], { type: "application/octet-stream" }),
  );
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A node's name as a file name. */
export function fileNameOf(name: string, extension: string): string {
  const stem = name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
  return `${stem || "node"}.${extension}`;
}
