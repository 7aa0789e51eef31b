const task = "RunTask";
const categories = [
  "toplevel",
  "devtools.timeline",
  "disabled-by-default-devtools.timeline",
];

/**
 * Types keys into what has the focus and gives, for each, how long the main thread of the page worked: within `window`
 * milliseconds after it, and from then until the next key. Times in milliseconds.
 */
export async function workAfterKeys(browser, page, { keys, window, pause }) {
  await browser.startTracing(page, { categories });
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(pause);
  }
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const presses = traceEvents.filter(
    ({ name, args }) =>
      name === "EventDispatch" && args?.data?.type === "keydown",
  );
  const [{ pid, tid } = {}] = presses;
  const tasks = traceEvents.filter(
    (event) =>
      event.name === task &&
      event.pid === pid &&
      event.tid === tid &&
      event.dur,
  );
  const between = (from, to) =>
    tasks
      .filter(({ ts, dur }) => ts + dur > from && ts < to)
      // The thread's own time: a machine that is busy elsewhere does not make the page slower.
      .reduce((sum, { dur, tdur = dur }) => sum + tdur / 1000, 0);
  if (presses.length !== keys.length)
    throw new Error(
      `${presses.length} of ${keys.length} keys are in the trace`,
    );
  return {
    soon: presses.map(({ ts }) => between(ts, ts + window * 1000)),
    later: presses.map(({ ts }) =>
      between(ts + window * 1000, ts + (pause - 50) * 1000),
    ),
  };
}
