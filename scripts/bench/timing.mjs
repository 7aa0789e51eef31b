/** Runs `work` until it has been warm for a while, then often enough to say something; milliseconds. */
export function timed(work, { warm = 500, measure = 1500, least = 30 } = {}) {
  const until = performance.now() + warm;
  while (performance.now() < until) work();
  const times = [];
  const end = performance.now() + measure;
  while (times.length < least || performance.now() < end) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { median: at(times, 0.5), p95: at(times, 0.95), runs: times.length };
}

const at = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** Two figures after the point below 10, one below 100. */
export const ms = (value) =>
  `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;

/** A time that is long enough for seconds. */
export const seconds = (value) => `${(value / 1000).toFixed(1)} s`;
