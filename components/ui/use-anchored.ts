"use client";

import { useLayoutEffect, useRef } from "react";

/**
 * Shows the `floating` element in the browser's top layer right below its `anchor`, above it where there is more
 * room, and keeps it there while the page scrolls. CSS anchors would do the same, but are younger than the browsers
 * we serve.
 */
export function useAnchored<Anchor extends HTMLElement>(
  open: boolean,
  align: "start" | "end" | "stretch",
) {
  const anchor = useRef<Anchor>(null);
  const floating = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const to = anchor.current;
    const box = floating.current;
    if (!open || !to || !box) return;
    // Not there in the tests' DOM, where nothing is laid out anyway.
    if (typeof box.showPopover === "function" && !box.matches(":popover-open"))
      box.showPopover();
    const place = () => {
      const at = to.getBoundingClientRect();
      const gap = 4;
      const below = window.innerHeight - at.bottom - gap * 2;
      const above = at.top - gap * 2;
      const wanted = Math.min(box.scrollHeight + 2, 380);
      const upwards = wanted > below && above > below;
      const height = Math.min(wanted, upwards ? above : below);
      box.style.maxHeight = `${height}px`;
      box.style.top = `${upwards ? at.top - gap - height : at.bottom + gap}px`;
      if (align === "stretch") box.style.minWidth = `${at.width}px`;
      const width = box.offsetWidth;
      const left = align === "end" ? at.right - width : at.left;
      box.style.left = `${Math.max(8, Math.min(left, window.innerWidth - width - 8))}px`;
    };
    place();
    const onScroll = ({ target }: Event) => {
      // Its own scrolling moves nothing, and measuring it anew would throw it back to its top.
      if (!(target instanceof Node && box.contains(target))) place();
    };
    const watcher =
      typeof ResizeObserver === "function" ? new ResizeObserver(place) : null;
    watcher?.observe(to);
    // What is listed changes while somebody types.
    watcher?.observe(box);
    window.addEventListener("scroll", onScroll, {
      capture: true,
      passive: true,
    });
    window.addEventListener("resize", place);
    return () => {
      watcher?.disconnect();
      window.removeEventListener("scroll", onScroll, { capture: true });
      window.removeEventListener("resize", place);
    };
  }, [open, align]);
  return { anchor, floating };
}
