import { parse, rangeOf, type Kind, type Range } from "@/lib/butane";
import type { Composed } from "@/lib/preset/compose";
import { fieldOf, pathOf } from "@/lib/preset/origins";
import type { Finding } from "./check";

type Placed = Finding & { readonly range?: Range };

const weights: Readonly<Record<Kind, number>> = {
  error: 0,
  warning: 1,
  info: 2,
};

/**
 * Gives every finding both its ends, field and place in the text, where one of them leads to the other; says the same thing
 * once, and the worst first.
 */
export function correlateFindings(
  findings: readonly Placed[],
  composed: Composed,
): Placed[] {
  const document = parse(composed.text);
  const placed = findings.map((finding): Placed => {
    const path =
      finding.path ??
      (finding.field && pathOf(finding.field, composed.origins));
    const field = finding.field ?? (path && fieldOf(path, composed.origins));
    const range = finding.range ?? (path && rangeOf(document, path));
    return {
      ...finding,
      ...(field ? { field } : {}),
      ...(path ? { path } : {}),
      ...(range ? { range } : {}),
    };
  });
  return once(placed).sort(
    (one, other) =>
      weights[one.kind] - weights[other.kind] ||
      offsetOf(one) - offsetOf(other),
  );
}

function once(findings: readonly Placed[]): Placed[] {
  const seen = new Set<string>();
  return findings.filter(({ code, field, path, sentence }) => {
    const key = JSON.stringify([code, field, path, sentence]);
    return !seen.has(key) && seen.add(key);
  });
}

/** Findings without a place come first among their kind: they are about the whole node. */
function offsetOf({ range }: Placed): number {
  return range?.start.offset ?? -1;
}
