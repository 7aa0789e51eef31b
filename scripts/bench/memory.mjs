import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

/** Bytes that each result of `make` keeps alive, beside what was there before; the mean of several. */
export function retained(make, count = 8) {
  // What is made once and shared (tables, compiled code) is not a result's.
  for (let warm = 0; warm < 30; warm++) make();
  const before = heap();
  const held = Array.from({ length: count }, make);
  const bytes = (heap() - before) / count;
  return held.length === count ? bytes : NaN;
}

/** Bytes of the heap that are in use. */
export function heap() {
  for (let round = 0; round < 4; round++) collect();
  return process.memoryUsage().heapUsed;
}
