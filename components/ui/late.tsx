"use client";

import { useEffect, useState, type ComponentType } from "react";
import { notLoaded } from "@/lib/words";
import { Message } from "./message";
import { showToast } from "./toast";

/** A part of the page that is fetched when it is needed. */
export interface Late<Part> {
  /** What has come; `null` until it has. */
  readonly part: Part | null;
  /** Fetches it once; after a failure, the next call tries again. */
  readonly load: () => Promise<Part>;
}

export function late<Part>(fetchPart: () => Promise<Part>): Late<Part> {
  let part: Part | null = null;
  let coming: Promise<Part> | null = null;
  return {
    get part() {
      return part;
    },
    load: () =>
      (coming ??= fetchPart().then(
        (come) => (part = come),
        (reason: unknown) => {
          coming = null;
          throw reason;
        },
      )),
  };
}

/** What somebody can do about a part that did not come. */
export interface Again {
  readonly retry: () => void;
  /** Set while it is tried. */
  readonly trying: boolean;
}

/** A part for as long as somebody looks at what needs it; `again` is set while it did not come. */
export function useLate<Part>(from: Late<Part>): {
  readonly part: Part | null;
  readonly again: Again | null;
} {
  const [come, setCome] = useState<Part | null>(() => from.part);
  const [tries, setTries] = useState(1);
  const [failures, setFailures] = useState(0);
  useEffect(() => {
    let left = false;
    from.load().then(
      (part) => {
        if (!left) setCome(() => part);
      },
      () => {
        if (!left) setFailures(tries);
      },
    );
    return () => {
      left = true;
    };
  }, [from, tries]);
  const trying = tries > failures;
  // A second click while it is tried would try nothing else.
  const retry = () => setTries(failures + 1);
  const failed = come === null && failures > 0;
  return { part: come, again: failed ? { retry, trying } : null };
}

interface Around<Props> {
  /** What is shown until it is there; nothing where this is left out. */
  readonly waiting?: ComponentType<Props>;
  /** What is shown in its place when it did not come. */
  readonly failed?: ComponentType<Props & Again>;
}

/** A component that is fetched when it is drawn for the first time, and says so where it does not come. */
export function lately<Props extends object>(
  fetchPart: () => Promise<ComponentType<Props>>,
  { waiting: Waiting, failed: Failed = NotLoaded }: Around<Props> = {},
): ComponentType<Props> {
  const from = late(fetchPart);
  return function Lately(props: Props) {
    const { part: Part, again } = useLate(from);
    if (Part) return <Part {...props} />;
    if (again) return <Failed {...props} {...again} />;
    return Waiting ? <Waiting {...props} /> : null;
  };
}

interface NotLoadedProps extends Again {
  readonly what?: string | undefined;
}

export function NotLoaded({ retry, trying, what }: NotLoadedProps) {
  return (
    <div role="alert">
      <Message
        kind="error"
        shape="box"
        {...notLoaded(what)}
        action={{ label: trying ? "Trying…" : "Retry", run: retry }}
      />
    </div>
  );
}

/** A part that a click needs; `null` where it did not come, which is told. */
export async function fetched<Part>(
  fetchPart: () => Promise<Part>,
): Promise<Part | null> {
  try {
    return await fetchPart();
  } catch {
    const { sentence, why } = notLoaded();
    showToast({ text: `${sentence} ${why}`, stays: true });
    return null;
  }
}
