import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { IgnitionConfig } from "@/lib/butane";
import type { NodeTree } from "@/lib/boot/node-file";
import { treeOf } from "@/lib/boot/tree";
import { applyConfig, bareTree, isWithoutLuks, whyFailed } from "./engine";
import { localised, type Localised } from "./local";
import { fresh } from "./programs";
import { Bakery } from "./server";
import { pathsBelow } from "./compare";
import type { Setting } from "./tally";

/** A node's tree as the real engine made it. */
export interface Applied {
  readonly root: string;
  /** What there is to fetch and the config that was applied. */
  readonly local: Localised;
  readonly predicted: NodeTree;
  /** Paths of the tree that it was applied to. */
  readonly before: ReadonlySet<string>;
  /** Why Ignition gave up; `null` where it did not. */
  readonly failed: string | null;
  readonly log: string;
}

/** A place where configs are applied to trees, with a server for what they fetch. */
export class Workshop {
  readonly images: string;
  readonly bakery: Bakery;
  readonly #trees: string;
  readonly #engine: string;
  #count = 0;

  private constructor({ folder, ignition }: Setting, name: string) {
    this.images = fresh(join(folder, name, "images"));
    this.#trees = fresh(join(folder, name, "trees"));
    this.#engine = ignition!.engine;
    this.bakery = new Bakery(this.images);
  }

  static async open(setting: Setting, name: string): Promise<Workshop> {
    const workshop = new Workshop(setting, name);
    await workshop.bakery.open();
    return workshop;
  }

  /** Ends the server and removes what was made. */
  close(): void {
    this.bakery.close();
    rmSync(this.#trees, { recursive: true, force: true });
    rmSync(this.images, { recursive: true, force: true });
  }

  /** Has the engine apply a config, whose addresses become local ones; `change` is done to it before. */
  async apply(
    config: string,
    change: (local: Localised) => void = () => {},
  ): Promise<Applied> {
    const local = this.localised(config);
    change(local);
    return this.applyAsIs(local);
  }

  localised(config: string): Localised {
    return localised(config, this);
  }

  /** The same for a config that is local already; the tree is predicted from it, unless another one is expected. */
  async applyAsIs(local: Localised, predicted?: NodeTree): Promise<Applied> {
    const place = join(this.#trees, String(this.#count++));
    mkdirSync(place);
    const root = bareTree(join(place, "root"));
    const before = new Set(pathsBelow(root));
    const { status, output } = await applyConfig(
      this.#engine,
      local,
      root,
      join(place, "work"),
    );
    return {
      root,
      local,
      predicted:
        predicted ??
        treeOf(
          isWithoutLuks(output) ? withoutLuks(local.config) : local.config,
        ),
      before,
      failed: status === 0 ? null : (whyFailed(output) ?? `status ${status}`),
      log: output,
    };
  }

  /** Removes a tree that is no longer needed. */
  drop({ root }: Applied): void {
    rmSync(join(root, ".."), { recursive: true, force: true });
  }
}

function withoutLuks({ storage, ...config }: IgnitionConfig): IgnitionConfig {
  const { luks: _, ...rest } = storage ?? {};
  return { ...config, storage: rest };
}
