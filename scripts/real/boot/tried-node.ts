import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Catalogue } from "@/lib/butane";
import type { Preset } from "@/lib/preset";
import { fresh } from "../programs";
import { Bakery } from "../server";
import type { Tally } from "../tally";
import { releaseImage } from "./images";
import type { Shell } from "./machine";
import { Trial, type Looked } from "./trial";
import { asTried } from "./wish";

/** What all nodes of a run share, whatever they run in. */
export interface SharedLab {
  /** Everything that is left behind lies here. */
  readonly work: string;
  readonly catalogue: Catalogue;
  readonly tally: Tally;
}

/** A node before it boots: a folder for what belongs to it, and its images on a server of its own. */
export interface Prepared {
  readonly trial: Trial;
  readonly preset: Preset;
  readonly bakery: Bakery;
  /** Where all of it lies. */
  readonly folder: string;
}

/**
 * Has a server offer exactly the versions that a preset names, with their hashes in what is tried, then boots; the server is closed
 * where that fails. `addressFor` says under which address the node finds the server.
 */
export async function prepared<Node>(
  lab: SharedLab,
  { name, wish }: { readonly name: string; readonly wish: Preset },
  boot: (prepared: Prepared) => Promise<Node>,
  addressFor: (address: string) => string = (address) => address,
): Promise<Node> {
  const trial = new Trial(lab.tally, name);
  const folder = fresh(join(lab.work, name.replace(/\W+/g, "-")));
  const images = join(folder, "images");
  mkdirSync(images);
  const bakery = new Bakery(images);
  try {
    const address = addressFor(await bakery.open());
    const preset = asTried(wish, address, images);
    return await boot({ trial, preset, bakery, folder });
  } catch (error) {
    bakery.close();
    throw error;
  }
}

/** A node that runs. */
export class TriedNode<Machine extends Shell & { stop(): Promise<void> }>
  implements Looked
{
  readonly preset: Preset;
  readonly folder: string;
  readonly bakery: Bakery;
  readonly #trial: Trial;

  constructor(
    { trial, preset, bakery, folder }: Prepared,
    readonly machine: Machine,
  ) {
    this.#trial = trial;
    this.preset = preset;
    this.bakery = bakery;
    this.folder = folder;
  }

  async close(): Promise<void> {
    await this.machine.stop();
    this.bakery.close();
    rmSync(this.folder, { recursive: true });
    this.#trial.tell(this.preset);
  }

  check(what: string, seen: unknown, expected: unknown): void {
    this.#trial.check(what, seen, expected);
  }

  /** Puts a newer image on the node's server. */
  publish(id: string, ...versions: readonly string[]): void {
    for (const version of versions)
      releaseImage(this.bakery.folder, id, version);
  }
}
