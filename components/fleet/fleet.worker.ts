import { makeFleet, type FleetNews, type FleetRequest } from "@/lib/fleet/job";

/** One request at a time: a newer one ends the one before. */
export interface FleetMessage {
  readonly id: number;
  readonly request: FleetRequest | null;
}

export interface FleetAnswer {
  readonly id: number;
  readonly news: FleetNews;
}

let current = 0;

// Typed by hand: the page's own types know of no worker.
const scope = self as unknown as {
  onmessage: (event: MessageEvent<FleetMessage>) => void;
  postMessage(answer: FleetAnswer, transfer: Transferable[]): void;
};

scope.onmessage = ({ data: { id, request } }) => {
  current = id;
  if (!request) return;
  void makeFleet(request, {
    tell: (news) =>
      scope.postMessage(
        { id, news },
        news.kind === "piece" ? [news.bytes.buffer] : [],
      ),
    // A message that came meanwhile is heard before this goes on.
    pause: () =>
      new Promise((resolve) => setTimeout(() => resolve(current === id))),
  });
};
