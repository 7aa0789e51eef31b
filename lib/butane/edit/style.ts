import type { YamlNode } from "../source";
import { isFlow } from "./layout";
import type { Lines } from "./lines";
import type { Style } from "./writer";

/** How a document indents what stands below a key: as its first mapping and its first list do, else by two columns. */
export function styleOf(lines: Lines, root: YamlNode): Style {
  const found: { step?: number; dash?: number } = {};
  look(lines, root, found);
  const step = found.step ?? 2;
  return { step, dash: found.dash ?? step };
}

function look(
  lines: Lines,
  node: YamlNode,
  found: { step?: number; dash?: number },
): void {
  if (found.step !== undefined && found.dash !== undefined) return;
  if (node.kind === "sequence" && !isFlow(lines.text, node))
    for (const item of node.items) look(lines, item, found);
  if (node.kind !== "mapping" || isFlow(lines.text, node)) return;
  for (const { key, value } of node.pairs) {
    const isBlock =
      (value.kind === "mapping" || value.kind === "sequence") &&
      !isFlow(lines.text, value);
    if (!isBlock) continue;
    const by = lines.column(value.content) - lines.column(key.start);
    if (value.kind === "sequence") found.dash ??= Math.max(0, by);
    else if (by > 0) found.step ??= Math.min(by, 8);
    look(lines, value, found);
  }
}
