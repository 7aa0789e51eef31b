import type { Snapshot } from "./snapshot";

export const limits = {
  /** Automatic ones at most. */
  automatic: 40,
  /** Days an automatic one stays. */
  days: 14,
  /** Characters of all together; a typical node has a thousand. */
  size: 4_000_000,
} as const;

/** How much room a snapshot takes. */
export function sizeOf({ json, name, summary }: Snapshot): number {
  return json.length + name.length + summary.length + 200;
}

/** The snapshots that have to go: automatic ones, the oldest first. What somebody named is never among them. */
export function surplus(
  snapshots: readonly Snapshot[],
  now: number,
): Snapshot[] {
  const oldest = now - limits.days * 24 * 60 * 60 * 1000;
  let size = snapshots.reduce((sum, one) => sum + sizeOf(one), 0);
  const automatic = snapshots
    .filter(({ kind }) => kind === "automatic")
    .sort((one, other) => one.at - other.at);
  return automatic.filter((one, index) => {
    const goes =
      one.at < oldest ||
      automatic.length - index > limits.automatic ||
      size > limits.size;
    if (goes) size -= sizeOf(one);
    return goes;
  });
}
