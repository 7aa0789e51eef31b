import type { Preset } from "@/lib/preset";

/** Comparing composes both nodes; nobody needs that before there is something to compare. */
export const comparing = () => import("@/lib/compare");

/** What is different between two nodes, in a line; `null` where what compares did not come. */
export async function summaryOf(
  before: Preset,
  after: Preset,
  load = comparing,
): Promise<string | null> {
  const part = await load().catch(() => null);
  if (!part) return null;
  const { differences } = part.compare(before, after);
  return inOneLine(differences.map(({ sentence }) => sentence));
}

/** The first few sentences, and how many more there are. */
export function inOneLine(sentences: readonly string[]): string {
  const shown = sentences.slice(0, 2);
  const more = sentences.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join("; ");
}
