import {
  parse,
  rangeOf,
  type Kind,
  type Origin,
  type Path,
  type Range,
  type SourceDocument,
} from "@/lib/butane";
import type { Composed } from "@/lib/preset/compose";
import { originOf, pathOf } from "@/lib/preset/origins";
import type { Finding } from "./check";
import { sourceOf } from "./document";
import { withinBlock } from "./within-block";

type Placed = Finding & { readonly range?: Range };

const weights: Readonly<Record<Kind, number>> = {
  error: 0,
  warning: 1,
  info: 2,
};

/**
 * Gives every finding both its ends, field and place in the text, where one of them leads to the other, and typed Butane
 * its own line; says the same thing once, and the worst first.
 */
export function correlateFindings(
  findings: readonly Placed[],
  composed: Composed,
  typedText: string,
): Placed[] {
  const document = sourceOf(composed.text);
  // A text that is the whole document is read once.
  const typed =
    typedText === composed.text
      ? document
      : parse(typedText.replace(/\r\n?/g, "\n"));
  const placed = findings.map((finding): Placed => {
    const path =
      finding.path ??
      (finding.field && pathOf(finding.field, composed.origins));
    const origin = path && originOf(path, composed.origins);
    const field = finding.field ?? origin?.field;
    const whole = finding.range ?? (path && rangeOf(document, path));
    const range =
      whole && finding.path && finding.within
        ? withinBlock(composed.text, whole, finding.within)
        : whole;
    const within =
      finding.within ??
      (path && finding.path && withinTyped(path, origin, typed));
    return {
      ...finding,
      ...(field ? { field } : {}),
      ...(path ? { path } : {}),
      ...(range ? { range } : {}),
      ...(within ? { within } : {}),
    };
  });
  return once(placed).sort(
    (one, other) =>
      weights[one.kind] - weights[other.kind] ||
      offsetOf(one) - offsetOf(other),
  );
}

/** Gives every finding its field, where its path leads to one; says the same thing once, and the worst first. */
export function withFields(
  findings: readonly Finding[],
  origins: readonly Origin[],
): Finding[] {
  const placed = findings.map((finding) => {
    const { path } = finding;
    const field = finding.field ?? (path && originOf(path, origins)?.field);
    return field ? { ...finding, field } : finding;
  });
  return once(placed).sort(
    (one, other) => weights[one.kind] - weights[other.kind],
  );
}

/** The same place in the text that somebody typed, for what they typed. */
function withinTyped(
  path: Path,
  origin: Origin | undefined,
  typed: SourceDocument,
): Range | undefined {
  if (!origin?.typed) return undefined;
  return rangeOf(typed, [...origin.typed, ...path.slice(origin.path.length)]);
}

function once<Told extends Finding>(findings: readonly Told[]): Told[] {
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
