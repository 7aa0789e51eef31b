import type { Catalogue } from "@/lib/butane";
import { fleetFiles } from "./files";
import { Gathering, type Gathered } from "./gather";
import { fleetNodes, type FleetNode } from "./nodes";
import {
  isBlocked,
  planFleet,
  type FleetPlan,
  type FleetProblem,
  type Role,
} from "./plan";
import { zipped } from "./zip";

/** What another thread is asked for; plain data. */
export interface FleetRequest {
  readonly roles: readonly Role[];
  /** CSV or TSV. */
  readonly table: string;
  readonly catalogue: Catalogue;
  /** Whether the archive is wanted, or only what is wrong. */
  readonly pack: boolean;
}

/** What is told while a fleet is made. */
export type FleetNews =
  | {
      readonly kind: "plan";
      /** Rows of the table. */
      readonly total: number;
      readonly columns: readonly string[];
      readonly problems: readonly FleetProblem[];
      readonly blocked: boolean;
    }
  | {
      readonly kind: "progress" | "end";
      readonly done: number;
      readonly gathered: Gathered;
    }
  | { readonly kind: "piece"; readonly bytes: Uint8Array<ArrayBuffer> };

export interface FleetHost {
  tell(news: FleetNews): void;
  /** Lets others have a turn; whether to go on afterwards. */
  pause(): Promise<boolean>;
}

// Short enough for a page to answer in between, where there is no other thread.
const slice = 30;

/** Makes a fleet in slices of time and tells of each; ends early where its host no longer wants it. */
export async function makeFleet(
  request: FleetRequest,
  { tell, pause }: FleetHost,
): Promise<void> {
  const plan = planFleet(request.roles, request.table);
  const blocked = isBlocked(plan);
  tell({
    kind: "plan",
    total: plan.nodes.length,
    columns: plan.columns,
    problems: plan.problems,
    blocked,
  });
  if (blocked) return;
  const gathering = new Gathering();
  let done = 0;
  const nodes = watched(plan, request.catalogue, (node) => {
    gathering.add(node);
    done++;
  });
  let since = performance.now();
  for (const piece of request.pack ? zipped(fleetFiles(nodes)) : nodes) {
    if (piece instanceof Uint8Array)
      tell({ kind: "piece", bytes: piece as Uint8Array<ArrayBuffer> });
    if (performance.now() - since < slice) continue;
    tell({ kind: "progress", done, gathered: gathering.result() });
    if (!(await pause())) return;
    since = performance.now();
  }
  tell({ kind: "end", done, gathered: gathering.result() });
}

function* watched(
  plan: FleetPlan,
  catalogue: Catalogue,
  see: (node: FleetNode) => void,
): Generator<FleetNode> {
  for (const node of fleetNodes(plan, catalogue)) {
    see(node);
    yield node;
  }
}
