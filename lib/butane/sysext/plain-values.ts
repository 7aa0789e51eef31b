import type { PlainValue } from "../emit/plain";

/** The value under a chain of keys; `undefined` where one is missing. */
export function valueAt(
  value: PlainValue | undefined,
  ...keys: readonly string[]
): PlainValue | undefined {
  let here = value;
  for (const key of keys) {
    if (!isMapping(here) || !Object.hasOwn(here, key)) return undefined;
    here = here[key];
  }
  return here;
}

/** The same where it is a text; anything else is none. */
export function textAt(
  value: PlainValue | undefined,
  ...keys: readonly string[]
): string | undefined {
  const found = valueAt(value, ...keys);
  return typeof found === "string" ? found : undefined;
}

/** The items of a list under a key; none where there is no list. */
export function itemsAt(
  value: PlainValue | undefined,
  ...keys: readonly string[]
): readonly PlainValue[] {
  const found = valueAt(value, ...keys);
  return Array.isArray(found) ? (found as readonly PlainValue[]) : [];
}

/** Whether a value has keys: a list and `null` have none. */
export function isMapping(
  value: PlainValue | undefined,
): value is { readonly [key: string]: PlainValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The last part of a path or an address, without what follows `?` or `#`. */
export function baseName(address: string): string {
  const path = address.split(/[?#]/, 1)[0]!;
  return path.slice(path.lastIndexOf("/") + 1);
}

/** All values of `Key=` in an INI text, in order, those in comments left out. */
export function iniValues(text: string, key: string): string[] {
  return text.split("\n").flatMap((line) => {
    const at = line.indexOf("=");
    return at > 0 && line.slice(0, at).trim() === key
      ? [line.slice(at + 1).trim()]
      : [];
  });
}

/** The value of `Key=` in an INI text, the last one where it stands several times. */
export function iniValue(text: string, key: string): string | undefined {
  return iniValues(text, key).at(-1);
}
