/** The lines of a comment above an entry; none where there is nothing to say. */
export function commentLines(
  comment: string | undefined,
  indent: string,
): string[] {
  if (!comment) return [];
  return comment
    .split("\n")
    .flatMap((line) =>
      wrapped(line.replace(unreadable, " "), 98 - indent.length),
    )
    .map((line) => `${indent}# ${line}`.trimEnd());
}

/** Breaks a line between words, so that a reader need not scroll. */
function wrapped(line: string, width: number): string[] {
  const lines = [""];
  for (const word of line.split(" ")) {
    const last = lines.at(-1)!;
    if (last !== "" && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
}

// A comment ends at what any reader takes for a line break, and control characters are refused even there.
const unreadable =
  // eslint-disable-next-line no-control-regex -- these are what the rule is about
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/g;
