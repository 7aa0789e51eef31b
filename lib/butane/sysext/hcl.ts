/** A string in HashiCorp's configuration language; `${` and `%{` would begin a template. */
export function hclString(value: string): string {
  return JSON.stringify(value).replace(/[$%](?=\{)/g, "$&$&");
}

/** A list of strings in HashiCorp's configuration language. */
export function hclList(values: readonly string[]): string {
  return `[${values.map(hclString).join(", ")}]`;
}
