import * as stages from "@/lib/pipeline";
import { settling } from "./settler";
import { WorkerEnd, type Answer, type Question } from "./wire";

const end = new WorkerEnd(settling(stages));

// Typed by hand: the page's own types know of no worker.
const scope = self as unknown as {
  onmessage: (event: MessageEvent<Question>) => void;
  postMessage(answer: Answer): void;
};

scope.onmessage = ({ data }) => scope.postMessage(end.answer(data));
