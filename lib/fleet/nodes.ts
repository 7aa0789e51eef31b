import type { Catalogue } from "@/lib/butane";
import type { Finding } from "@/lib/checks/check";
import { configOf, type NodeConfig } from "@/lib/pipeline";
import { isPlanned, type FleetPlan, type PlannedNode } from "./plan";

/** A row of the table and what became of it. */
export interface FleetNode {
  readonly planned: PlannedNode;
  /** What follows from it; `null` where the row itself is wrong. */
  readonly config: NodeConfig | null;
  /** What is wrong with the node that the row makes. */
  readonly problems: readonly Finding[];
}

/** Makes the nodes of a plan one after another; none is kept. */
export function* fleetNodes(
  { nodes }: FleetPlan,
  catalogue: Catalogue,
): Generator<FleetNode> {
  for (const planned of nodes) {
    const config = isPlanned(planned)
      ? configOf(planned.role.template.fill(planned.values), catalogue)
      : null;
    yield { planned, config, problems: config?.problems ?? [] };
  }
}

/** Whether a node's files can be handed over: it has a config and no error. */
export function isMade({ config, problems }: FleetNode): boolean {
  return (
    config !== null &&
    config.compact !== null &&
    problems.every(({ kind }) => kind !== "error")
  );
}
