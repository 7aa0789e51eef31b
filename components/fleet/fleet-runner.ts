import { makeFleet, type FleetNews, type FleetRequest } from "@/lib/fleet/job";
import type { FleetAnswer, FleetMessage } from "./fleet.worker";

export type Tell = (news: FleetNews) => void;

/** Makes fleets beside the page: in a worker, or in slices where a browser gives none. A newer request ends the one before. */
export class FleetRunner {
  private id = 0;
  private tell: Tell = () => {};
  private readonly worker = startWorker();

  constructor() {
    if (this.worker)
      this.worker.onmessage = ({ data }: MessageEvent<FleetAnswer>) => {
        if (data.id === this.id) this.tell(data.news);
      };
  }

  start(request: FleetRequest, tell: Tell): void {
    const id = ++this.id;
    this.tell = tell;
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
    this.send({ id: ++this.id, request: null });
  }

  close(): void {
    this.id++;
    this.worker?.terminate();
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
