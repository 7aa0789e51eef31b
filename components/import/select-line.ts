/** Marks a line in a text field and scrolls it into view; lines count from 1. */
export function selectLine(field: HTMLTextAreaElement, line: number): void {
  const lines = field.value.split("\n");
  const before = lines.slice(0, line - 1).join("\n");
  const start = line > 1 ? before.length + 1 : 0;
  const end = start + (lines[line - 1]?.length ?? 0);
  field.focus();
  field.setSelectionRange(start, end);
  // Browsers scroll to a selection only while somebody types.
  const height = field.scrollHeight / Math.max(1, lines.length);
  field.scrollTop = Math.max(0, (line - 3) * height);
}
