/** What can be undone and redone; the present value stands beside it. */
export interface History<Value> {
  readonly past: readonly Value[];
  readonly future: readonly Value[];
  /** What the last step typed into, and when: a text field, or the Butane text. */
  readonly typing: { readonly at: number; readonly place: string } | null;
}

export const emptyHistory: History<never> = {
  past: [],
  future: [],
  typing: null,
};

const limit = 200;
/** Keys in one field with no longer pause than this are one step. */
const pause = 1000;

/** Whether typing at a place goes on with the last step instead of being one of its own. */
export function goesOn(
  { typing, past }: History<unknown>,
  place: string | null,
  now: number,
): boolean {
  return (
    place !== null &&
    typing?.place === place &&
    now - typing.at < pause &&
    past.length > 0
  );
}

/**
 * The history after `before` became something else. Typing at one place without a longer pause is one step; a change
 * that is not typing has no place.
 */
export function record<Value>(
  history: History<Value>,
  before: Value,
  place: string | null,
  now: number,
): History<Value> {
  return {
    past: goesOn(history, place, now)
      ? history.past
      : [...history.past, before].slice(-limit),
    future: [],
    typing: place === null ? null : { at: now, place },
  };
}

/** One step back: the value then, and the history around it; null when there is none. */
export function stepBack<Value>(history: History<Value>, present: Value) {
  const value = history.past.at(-1);
  if (value === undefined) return null;
  const next: History<Value> = {
    past: history.past.slice(0, -1),
    future: [present, ...history.future],
    typing: null,
  };
  return { value, history: next };
}

/** One step forth again. */
export function stepForth<Value>(history: History<Value>, present: Value) {
  const [value, ...future] = history.future;
  if (value === undefined) return null;
  const next: History<Value> = {
    past: [...history.past, present],
    future,
    typing: null,
  };
  return { value, history: next };
}

/** The one string in which two values differ, as a path; null when they differ in anything else. */
export function typedPlace(
  before: unknown,
  after: unknown,
  path = "$",
): string | null {
  if (typeof before === "string" && typeof after === "string") return path;
  if (!isObject(before) || !isObject(after)) return null;
  if (
    Array.isArray(before) &&
    before.length !== (after as unknown as unknown[]).length
  )
    return null;
  // A parameter that differs from its default for the first time is a new key: that is typing, too.
  const all = new Set([...Object.keys(after), ...Object.keys(before)]);
  const differing = [...all].filter((key) => before[key] !== after[key]);
  const [only] = differing;
  if (only === undefined || differing.length > 1) return null;
  return typedPlace(
    before[only] ?? emptied(after[only]),
    after[only],
    `${path}.${only}`,
  );
}

function emptied(value: unknown): unknown {
  return typeof value === "string" ? "" : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
