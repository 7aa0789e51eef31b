import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Catalogue } from "@/lib/butane";
import type { Preset } from "@/lib/preset";
import { applyConfig, whyFailed } from "../engine";
import { outcomeOf } from "../nodes";
import { fresh, type Ignition } from "../programs";
import { Bakery } from "../server";
import type { Tally } from "../tally";
import { builtInImages, releaseImage } from "./images";
import { Machine } from "./machine";
import { runUpdate } from "./observe";
import { copyTree } from "./tree";
import { Trial, type Looked } from "./trial";
import { asTried } from "./wish";

/** What all nodes of a run share. */
export interface Lab {
  /** Root file system that every node starts as a copy of. */
  readonly tree: string;
  /** Everything that is left behind lies here. */
  readonly work: string;
  readonly ignition: Ignition;
  readonly catalogue: Catalogue;
  readonly tally: Tally;
}

interface Parts {
  readonly trial: Trial;
  readonly preset: Preset;
  /** Codes of what Kindling says about it. */
  readonly problems: readonly string[];
  readonly bakery: Bakery;
  readonly machine: Machine;
  /** Where all of it lies. */
  readonly folder: string;
}

/** A node of a preset: its images on a server of its own, its config carried out by Ignition, booted. */
export class BootedNode implements Looked {
  readonly #parts: Parts;

  private constructor(parts: Parts) {
    this.#parts = parts;
  }

  get preset(): Preset {
    return this.#parts.preset;
  }

  get machine(): Machine {
    return this.#parts.machine;
  }

  get problems(): readonly string[] {
    return this.#parts.problems;
  }

  /**
   * Boots the node of a preset. Its images come from a server that has exactly the versions which the preset names, with their hashes in the
   * config, and `also` others. Throws when it does not compose, when Ignition refuses it, or when it does not come up.
   */
  static async boot(
    lab: Lab,
    name: string,
    wish: Preset,
    also: Readonly<Record<string, readonly string[]>> = {},
  ): Promise<BootedNode> {
    const trial = new Trial(lab.tally, name);
    const folder = fresh(join(lab.work, name.replace(/\W+/g, "-")));
    const images = join(folder, "images");
    mkdirSync(images);
    const bakery = new Bakery(images);
    const preset = asTried(wish, await bakery.open(), images);
    for (const [id, versions] of Object.entries(also))
      for (const version of versions) releaseImage(images, id, version);
    try {
      const tree = join(folder, "tree");
      copyTree(lab.tree, tree);
      builtInImages(tree);
      const { compact, problems } = outcomeOf(preset, lab.catalogue);
      const codes = problems.map(({ code }) => code);
      if (compact === null) throw new Error(`does not compose: ${codes[0]}`);
      const { status, output } = await applyConfig(
        lab.ignition.engine,
        compact,
        tree,
        join(folder, "ignition"),
      );
      if (status !== 0) throw new Error(`Ignition: ${whyFailed(output)}`);
      const machine = await Machine.boot(tree, join(folder, "console.log"));
      return new BootedNode({
        ...{ trial, preset, problems: codes },
        ...{ bakery, machine, folder },
      });
    } catch (error) {
      bakery.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    const { trial, preset, bakery, machine, folder } = this.#parts;
    await machine.stop();
    bakery.close();
    rmSync(folder, { recursive: true });
    trial.tell(preset);
  }

  /** Puts a newer image on the node's server. */
  publish(id: string, ...versions: readonly string[]): void {
    for (const version of versions)
      releaseImage(this.#parts.bakery.folder, id, version);
  }

  /** Runs the updates as the timer would. */
  update(): Promise<number> {
    return runUpdate(this.machine);
  }

  check(what: string, seen: unknown, expected: unknown): void {
    this.#parts.trial.check(what, seen, expected);
  }
}
