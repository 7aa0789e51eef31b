import type { Settled, Settler, Unsettled } from "./settler";
import { PageEnd, type Answer, type Question } from "./wire";

interface Task {
  readonly unsettled: Unsettled;
  readonly done: (settled: Settled | null | Promise<Settled | null>) => void;
}

/** As much of a worker as it takes. */
export interface Helper {
  onmessage: ((event: MessageEvent<Answer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(question: Question): void;
  terminate(): void;
}

/**
 * Settles beside the page: one input is under way, the newest of those that came meanwhile is next, and the others are
 * let go. Where no worker can be started, and after one has failed, the page does it.
 */
export function workerSettler(
  inPage: Settler,
  start: () => Helper = startWorker,
): Settler {
  const end = new PageEnd();
  let worker: Helper | null | undefined;
  let current: Task | null = null;
  let next: Task | null = null;

  const begun = (): Helper | null => {
    try {
      const begun = start();
      begun.onmessage = ({ data }) => {
        const settled = end.take(data);
        current?.done(settled);
        current = null;
        goOn();
      };
      // Its script could not be fetched, or it came to grief in a way that it cannot tell of.
      begun.onerror = goOnInPage;
      return begun;
    } catch {
      return null;
    }
  };
  const goOn = () => {
    if (current || !next) return;
    const task = next;
    next = null;
    worker = worker === undefined ? begun() : worker;
    if (!worker) return task.done(inPage(task.unsettled));
    current = task;
    worker.postMessage(end.ask(task.unsettled));
  };
  const goOnInPage = () => {
    worker?.terminate();
    worker = null;
    // What was under way is done again, unless there is something newer.
    if (next) current?.done(null);
    else next = current;
    current = null;
    goOn();
  };

  return (unsettled) =>
    new Promise((done) => {
      next?.done(null);
      next = { unsettled, done };
      goOn();
    });
}

function startWorker(): Helper {
  return new Worker(new URL("./settle.worker.ts", import.meta.url), {
    type: "module",
    name: "settle",
  });
}
