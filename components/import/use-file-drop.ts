"use client";

import { useEffect, useRef } from "react";

/** On the root element while a file hovers over the page. */
const overAttribute = "data-file-over";

/** Takes files that are dropped anywhere on the page. */
export function useFileDrop(onFile: (file: File) => void): void {
  const latest = useRef(onFile);
  useEffect(() => {
    latest.current = onFile;
  });
  useEffect(() => {
    const show = (over: boolean) =>
      document.documentElement.toggleAttribute(overAttribute, over);
    const onOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      // Without this the browser would leave the page and show the file.
      event.preventDefault();
      show(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) show(false);
    };
    const onDrop = (event: DragEvent) => {
      show(false);
      const [file] = event.dataTransfer?.files ?? [];
      if (!file) return;
      event.preventDefault();
      latest.current(file);
    };
    window.addEventListener("dragover", onOver);
    window.addEventListener("dragleave", onLeave);
    window.addEventListener("drop", onDrop);
    return () => {
      show(false);
      window.removeEventListener("dragover", onOver);
      window.removeEventListener("dragleave", onLeave);
      window.removeEventListener("drop", onDrop);
    };
  }, []);
}
