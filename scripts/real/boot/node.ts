import { join } from "node:path";
import type { IgnitionConfig } from "@/lib/butane";
import type { Preset } from "@/lib/preset";
import { applyConfig, whyFailed } from "../engine";
import { outcomeOf } from "../nodes";
import type { Ignition } from "../programs";
import { builtInImages, releaseImage } from "./images";
import { Machine } from "./machine";
import { runUpdate } from "./observe";
import { copyTree } from "./tree";
import {
  prepared,
  TriedNode,
  type Prepared,
  type SharedLab,
} from "./tried-node";

/** What all nodes of a run share. */
export interface Lab extends SharedLab {
  /** Root file system that every node starts as a copy of. */
  readonly tree: string;
  readonly ignition: Ignition;
}

/** A node of a preset: its images on a server of its own, its config carried out by Ignition, booted. */
export class BootedNode extends TriedNode<Machine> {
  private constructor(
    before: Prepared,
    machine: Machine,
    /** Codes of what Kindling says about it. */
    readonly problems: readonly string[],
  ) {
    super(before, machine);
  }

  /**
   * Boots the node of a preset. Its images come from a server that has exactly the versions which the preset names, with their hashes in the
   * config, and `also` others. Throws when it does not compose, when Ignition refuses it, or when it does not come up.
   */
  static boot(
    lab: Lab,
    name: string,
    wish: Preset,
    also: Readonly<Record<string, readonly string[]>> = {},
  ): Promise<BootedNode> {
    return prepared(lab, { name, wish }, async (before) => {
      const { preset, bakery, folder } = before;
      for (const [id, versions] of Object.entries(also))
        for (const version of versions)
          releaseImage(bakery.folder, id, version);
      const tree = join(folder, "tree");
      copyTree(lab.tree, tree);
      builtInImages(tree);
      const { compact, problems } = outcomeOf(preset, lab.catalogue);
      const codes = problems.map(({ code }) => code);
      if (compact === null) throw new Error(`does not compose: ${codes[0]}`);
      const { status, output } = await applyConfig(
        lab.ignition.engine,
        {
          config: JSON.parse(compact) as IgnitionConfig,
          bodies: new Map(),
        },
        tree,
        join(folder, "ignition"),
      );
      if (status !== 0) throw new Error(`Ignition: ${whyFailed(output)}`);
      const machine = await Machine.boot(tree, join(folder, "console.log"));
      return new BootedNode(before, machine, codes);
    });
  }

  /** Runs the updates as the timer would. */
  update(): Promise<number> {
    return runUpdate(this.machine);
  }
}
