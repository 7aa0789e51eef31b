import { makeFleet, type FleetNews, type FleetRequest } from "@/lib/fleet/job";
import type { FleetAnswer, FleetMessage } from "./fleet.worker";

export type Tell = (news: FleetNews) => void;

/** Makes fleets beside the page: in a worker, or in slices where a browser gives none. A newer request ends the one before. */
export class FleetRunner {
  private id = 0;
  private tell: Tell = () => {};
  private request: FleetRequest | null = null;
  private worker = startWorker();

  constructor() {
    if (!this.worker) return;
    let heard = false;
    this.worker.onmessage = ({ data }: MessageEvent<FleetAnswer>) => {
      heard = true;
      if (data.id === this.id) this.tell(data.news);
    };
    // One whose script could not be fetched never answers.
    this.worker.onerror = () => {
      if (!heard) this.goOnWithout();
    };
  }

  start(request: FleetRequest, tell: Tell): void {
    const id = ++this.id;
    this.tell = tell;
    this.request = request;
    if (this.worker) this.send({ id, request });
    else
      void makeFleet(request, {
        tell: (news) => {
          if (id === this.id) tell(news);
        },
        pause: () =>
          new Promise((resolve) => setTimeout(() => resolve(id === this.id))),
      });
  }

  cancel(): void {
    this.request = null;
    this.send({ id: ++this.id, request: null });
  }

  close(): void {
    this.id++;
    this.request = null;
    this.worker?.terminate();
  }

  private goOnWithout(): void {
    this.worker?.terminate();
    this.worker = null;
    if (this.request) this.start(this.request, this.tell);
  }

  private send(message: FleetMessage): void {
    this.worker?.postMessage(message);
  }
}

function startWorker(): Worker | null {
  try {
    return new Worker(new URL("./fleet.worker.ts", import.meta.url), {
      type: "module",
      name: "fleet",
    });
  } catch {
    return null;
  }
}
