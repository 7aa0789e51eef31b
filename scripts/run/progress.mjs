/** A failure that is not ours: its message says what happened and what to do, so no stack is shown. */
export class Failure extends Error {}

const began = performance.now();
const seconds = (since) =>
  `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** How long ago we began, as in `12.3 s`. */
export const elapsed = () => seconds(began);

/** Announces a step, does it, and says how it went and how long it took. */
export async function step(title, work) {
  const start = performance.now();
  console.log(`▸ ${title}`);
  const outcome = await work();
  const { ok = true, note } = outcome ?? {};
  console.log(
    `  ${ok ? "✓" : "✗"} ${note ? `${note} · ` : ""}${seconds(start)}`,
  );
  return outcome;
}

/** The last lines of a program's output, indented, for the reader who has to find the fault. */
export function tail(output, lines = 80) {
  const all = output.trimEnd().split("\n");
  const left = all.length - lines;
  return [...(left > 0 ? [`… ${left} lines before`] : []), ...all.slice(-lines)]
    .map((line) => `    ${line}`)
    .join("\n");
}
