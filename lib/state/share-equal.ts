/**
 * `after`, with every part that equals its counterpart in `before` being that very part: what did not change stays the
 * same object, so nothing that shows it is drawn again.
 */
export function shareEqual<Value>(before: unknown, after: Value): Value {
  if (before === after || !isObject(before) || !isObject(after)) return after;
  if (Array.isArray(before) !== Array.isArray(after)) return after;
  const keys = Object.keys(after);
  let same = keys.length === Object.keys(before).length;
  const shared: Record<string, unknown> | unknown[] = Array.isArray(after)
    ? []
    : {};
  for (const key of keys) {
    const known = Object.hasOwn(before, key);
    const value = known ? shareEqual(before[key], after[key]) : after[key];
    (shared as Record<string, unknown>)[key] = value;
    if (!known || value !== before[key]) same = false;
  }
  return (same ? before : shared) as Value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
