import type { Preset } from "@/lib/preset";

/** What is different between two nodes, in a line. */
export async function summaryOf(
  before: Preset,
  after: Preset,
): Promise<string> {
  // Comparing composes both nodes; nobody needs that before there is something to compare.
  const { compare } = await import("@/lib/compare");
  return inOneLine(
    compare(before, after).differences.map(({ sentence }) => sentence),
  );
}

/** The first few sentences, and how many more there are. */
export function inOneLine(sentences: readonly string[]): string {
  const shown = sentences.slice(0, 2);
  const more = sentences.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join("; ");
}
