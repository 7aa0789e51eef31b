import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Catalogue } from "@/lib/butane";
import type { Preset } from "@/lib/preset";
import { applyConfig, whyFailed } from "../engine";
import { sha256Of } from "../images";
import { mirrored, outcomeOf } from "../nodes";
import { fresh, type Ignition } from "../programs";
import { Bakery } from "../server";
import type { Tally } from "../tally";
import { architecture, builtInImages, releaseImage } from "./images";
import { Machine } from "./machine";
import { copyTree } from "./tree";

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
  readonly name: string;
  readonly preset: Preset;
  /** Codes of what Kindling says about it. */
  readonly problems: readonly string[];
  readonly bakery: Bakery;
  readonly machine: Machine;
  /** Where all of it lies. */
  readonly folder: string;
  /** When it was begun. */
  readonly since: number;
}

/** A node of a preset: its images on a server of its own, its config carried out by Ignition, booted. */
export class BootedNode {
  readonly #tally: Tally;
  readonly #parts: Parts;
  readonly #held: string[] = [];

  private constructor(tally: Tally, parts: Parts) {
    this.#tally = tally;
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
    const since = performance.now();
    const folder = fresh(join(lab.work, name.replace(/\W+/g, "-")));
    const images = join(folder, "images");
    mkdirSync(images);
    const bakery = new Bakery(images);
    const preset = withHashes(
      mirrored(onThisMachine(wish), await bakery.open()),
      images,
    );
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
      return new BootedNode(lab.tally, {
        ...{ name, preset, problems: codes },
        ...{ bakery, machine, folder, since },
      });
    } catch (error) {
      bakery.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    const { name, preset, bakery, machine, folder, since } = this.#parts;
    await machine.stop();
    bakery.close();
    rmSync(folder, { recursive: true });
    this.#tally.tell({
      title: name,
      about: aboutOf(preset),
      seconds: (performance.now() - since) / 1000,
      held: this.#held,
    });
  }

  /** Puts a newer image on the node's server. */
  publish(id: string, ...versions: readonly string[]): void {
    for (const version of versions)
      releaseImage(this.#parts.bakery.folder, id, version);
  }

  /** Runs the updates as the timer would. */
  async update(): Promise<number> {
    const { status } = await this.machine.run(
      "systemctl",
      "start",
      "systemd-sysupdate.service",
    );
    // The service is over once its last line ran, which `start` of a simple service does not wait for.
    for (let turn = 0; turn < 300; turn++) {
      const state = await this.machine.says(
        "systemctl is-active systemd-sysupdate.service",
      );
      if (!/^(activating|active|deactivating)$/.test(state)) break;
    }
    return status;
  }

  /** Counts whether something on the node is as it should be. */
  check(what: string, seen: unknown, expected: unknown): void {
    const [one, other] = [seen, expected].map((value) => JSON.stringify(value));
    const holds = one === other;
    this.#tally.check(
      `${this.#parts.name}: ${what}`,
      holds ? null : `${one} instead of ${other}`,
    );
    if (holds) this.#held.push(`${what}${shown(expected)}`);
  }
}

/** Images of this machine's architecture, on a node that names no other. */
function onThisMachine(preset: Preset): Preset {
  return { ...preset, target: { ...preset.target, architecture } };
}

/** The preset with its images made, and the hash of each beside its version. */
function withHashes(preset: Preset, images: string): Preset {
  const chosen = preset.extensions.chosen.map((each) =>
    each.version === "" || each.own || each.bakery || each.firstBoot
      ? each
      : {
          ...each,
          hash: `sha256-${sha256Of(releaseImage(images, each.id, each.version))}`,
        },
  );
  return { ...preset, extensions: { ...preset.extensions, chosen } };
}

/** What a node is made of, with versions. */
function aboutOf({ extensions }: Preset): string {
  return extensions.chosen
    .map(({ id, version, firstBoot }) =>
      firstBoot ? `the newest ${id}` : version === "" ? id : `${id} ${version}`,
    )
    .join(", ");
}

/** A value worth a word in the report. */
function shown(value: unknown): string {
  const parts = [value].flat().map(String);
  const isPlain = parts.every((part) => /^(?!\d+$)[\w.+ -]{2,40}$/.test(part));
  return isPlain && parts.length > 0 && typeof value !== "boolean"
    ? `: \`${parts.join("`, `")}\``
    : "";
}
