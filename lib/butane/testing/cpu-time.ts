import { cpuUsage } from "node:process";

/** Processor time of a piece of work in milliseconds: unlike the clock, it does not count what other programs did meanwhile. */
export function cpuTime(work: () => void): number {
  const before = cpuUsage();
  work();
  const { user, system } = cpuUsage(before);
  return (user + system) / 1000;
}

/** What the yardstick takes on the machine that the limits were chosen on, with nothing else to do. */
const YARDSTICK = 110;

/**
 * How many times as long as there this machine takes for work of the same kind, at this moment: objects and texts that stay,
 * which is hard on the memory that all cores share. At least 1, so that a quick machine does not tighten a bound.
 */
export function slowness(): number {
  const times = Array.from({ length: 3 }, () => cpuTime(yardstick));
  return Math.max(1, Math.min(...times) / YARDSTICK);
}

function yardstick(): void {
  const nodes = new Map<
    string,
    { readonly at: number; readonly of: unknown }
  >();
  let text = "";
  for (let at = 0; at < 150_000; at++) {
    const of = [`a${at}`, { at }];
    nodes.set(`key ${at}`, { at, of });
    text += String.fromCharCode(97 + (at % 26));
  }
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
  for (const { at } of nodes.values()) sum += at;
  if (sum < 0) throw new RangeError("a sum of what is positive");
}
