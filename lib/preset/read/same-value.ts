import type { PlainValue } from "@/lib/butane";

/** Whether two values say the same; a key that says nothing is like none, and the order of keys does not count. */
export function sameValue(
  one: PlainValue | undefined,
  other: PlainValue | undefined,
): boolean {
  if (one === other || (isEmpty(one) && isEmpty(other))) return true;
  if (!isStruct(one) || !isStruct(other)) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => sameValue(one[key], other[key]));
}

type Struct = Readonly<Record<string, PlainValue>>;

function isStruct(value: PlainValue | undefined): value is Struct {
  return typeof value === "object" && value !== null;
}

function isEmpty(value: PlainValue | undefined): boolean {
  return (
    value === undefined ||
    value === null ||
    value === false ||
    (isStruct(value) && Object.keys(value).length === 0)
  );
}
