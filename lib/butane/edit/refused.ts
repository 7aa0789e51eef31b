import { error, type Entry, type Range } from "../report";
import { positionAt, type SourceDocument, type YamlNode } from "../source";

/** The entry for a text that is YAML, but has another value than a mapping. */
export function notMapping(source: SourceDocument, root: YamlNode): Entry {
  const scalar = root.kind === "scalar" ? `\`${root.value.slice(0, 20)}\`` : "";
  const values = { wanted: "a mapping", found: scalar || "a list" };
  return {
    ...error("type-mismatch", [], values),
    range: between(source, root.start, root.end),
  };
}

/** Butane reads the first document of a text; an editor of that one would seem to edit the others as well. */
export function secondDocument(
  source: SourceDocument,
  root: YamlNode,
): Entry | undefined {
  const rest = source.text.slice(root.end);
  const marker = /^(?:---(?=\s|$)|\.\.\.\s+(?=[^\s#]))/m.exec(rest);
  if (!marker) return undefined;
  const start = root.end + marker.index;
  return {
    ...error("rest-second-document", []),
    range: between(source, start, start + 3),
  };
}

/**
 * The range of two offsets: these count from 0 and in UTF-16 code units, lines and columns from 1 and in characters.
 */
export function between(
  source: SourceDocument,
  start: number,
  end: number,
): Range {
  return { start: positionAt(source, start), end: positionAt(source, end) };
}
