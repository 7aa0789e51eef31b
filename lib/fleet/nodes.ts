import type { Catalogue } from "@/lib/butane";
import type { Finding } from "@/lib/checks/check";
import { configOf, type NodeConfig } from "@/lib/pipeline";
import type { Values } from "@/lib/preset/variables";
import { moldOf, type Mold } from "./mold/mold";
import {
  isPlanned,
  type FleetPlan,
  type PlannedNode,
  type PlannedRole,
} from "./plan";

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
  { nodes, roles }: FleetPlan,
  catalogue: Catalogue,
): Generator<FleetNode> {
  const makers = new Map(
    roles.map((role) => [role, new Maker(role, catalogue)]),
  );
  for (const planned of nodes) {
    const config = isPlanned(planned)
      ? makers.get(planned.role)!.make(planned.values)
      : null;
    yield { planned, config, problems: config?.problems ?? [] };
  }
}

/** Makes the nodes of a role: most of them from what the first one was made of. */
class Maker {
  private mold: Mold | null = null;
  private tries = mostTries;

  constructor(
    private readonly role: PlannedRole,
    private readonly catalogue: Catalogue,
  ) {}

  make(values: Values): NodeConfig {
    const { template } = this.role;
    const preset = template.fill(values);
    if (!this.mold && this.tries > 0) {
      this.tries--;
      this.mold = moldOf(template, preset, this.catalogue);
    }
    return this.mold?.pour(preset) ?? configOf(preset, this.catalogue);
  }
}

// A node without a config is no model for the others; a role that is made anew each time stays so.
const mostTries = 3;

/** Whether a node's files can be handed over: it has a config and no error. */
export function isMade({ config, problems }: FleetNode): boolean {
  return (
    config !== null &&
    config.compact !== null &&
    problems.every(({ kind }) => kind !== "error")
  );
}
