// Makes a document as short as it can be while it still shows what it shall show.

/** Takes away blocks of lines, the longest first, as long as `shows` says that nothing is lost. */
export function shrink(text, shows) {
  let lines = text.split("\n");
  for (let again = true; again; ) {
    again = false;
    for (let at = 0; at < lines.length; ) {
      const without = lines.toSpliced(at, blockLength(lines, at));
      if (without.length < lines.length && shows(without.join("\n"))) {
        lines = without;
        again = true;
      } else {
        at += 1;
      }
    }
    // A line whose block is needed may itself not be.
    for (let at = lines.length - 1; at >= 0; at--) {
      const without = lines.toSpliced(at, 1);
      if (!shows(without.join("\n"))) continue;
      lines = without;
      again = true;
    }
  }
  return lines.join("\n");
}

/** A line and those that are indented deeper, so that an item goes as a whole. */
function blockLength(lines, at) {
  const indent = indentOf(lines[at]);
  let end = at + 1;
  while (end < lines.length && indentOf(lines[end]) > indent) end += 1;
  return end - at;
}

function indentOf(line) {
  return line.search(/\S|$/);
}
