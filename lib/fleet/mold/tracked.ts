/** A copy of an object that says when one of `keys` is read; all other keys are there as they were. */
export function tracked<Value extends object>(
  value: Value,
  keys: Iterable<string>,
  onRead: () => void,
): Value {
  const copy = { ...value };
  for (const key of keys)
    if (Object.hasOwn(value, key))
      Object.defineProperty(copy, key, {
        enumerable: true,
        get() {
          onRead();
          return (value as Record<string, unknown>)[key];
        },
      });
  return copy;
}
