import type { Catalogue } from "@/lib/butane";
import { run, type Outcome, type Problem } from "@/lib/pipeline";
import { isPlanned, type FleetPlan, type PlannedNode } from "./plan";

/** A row of the table and what became of it. */
export interface FleetNode {
  readonly planned: PlannedNode;
  /** What it is made of and what follows from it; `null` where the row itself is wrong. */
  readonly outcome: Outcome | null;
  /** What is wrong with the node that the row makes. */
  readonly problems: readonly Problem[];
}

/** Makes the nodes of a plan one after another; none is kept. */
export function* fleetNodes(
  { nodes }: FleetPlan,
  catalogue: Catalogue,
): Generator<FleetNode> {
  for (const planned of nodes) {
    const outcome = isPlanned(planned)
      ? run(planned.role.template.fill(planned.values), catalogue)
      : null;
    yield { planned, outcome, problems: outcome?.problems ?? [] };
  }
}

/** Whether a node's files can be handed over: it has a config, no error, and room on its platform. */
export function isMade({ outcome, problems }: FleetNode): boolean {
  return (
    outcome?.compact !== null &&
    outcome !== null &&
    problems.every(({ kind }) => kind !== "error")
  );
}
