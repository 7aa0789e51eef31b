/** The same fields without blanks around their texts, as sections write them: what is not on the node is not told. */
export function trimmed<Value extends object>(value: Value): Value {
  return Object.fromEntries(
    Object.entries(value).map(([key, one]: [string, unknown]) => [
      key,
      typeof one === "string" ? one.trim() : one,
    ]),
  ) as Value;
}
