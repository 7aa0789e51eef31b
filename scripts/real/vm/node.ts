import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Catalogue, IgnitionConfig } from "@/lib/butane";
import type { Preset } from "@/lib/preset";
import { releaseImage } from "../boot/images";
import { Trial, type Looked } from "../boot/trial";
import { asTried } from "../boot/wish";
import { outcomeOf } from "../nodes";
import { fresh } from "../programs";
import { Bakery } from "../server";
import type { Tally } from "../tally";
import { copyDisk, emptyDisk } from "./disk";
import { handedOut, type BootFiles } from "./initramfs";
import { VirtualMachine } from "./machine";

/** What all nodes of a run share. */
export interface Lab {
  readonly boot: BootFiles;
  /** The disk that every node starts with a copy of. */
  readonly root: string;
  /** Paths of the tree on it. */
  readonly before: ReadonlySet<string>;
  /** Everything that is left behind lies here. */
  readonly work: string;
  readonly catalogue: Catalogue;
  readonly tally: Tally;
}

interface Parts {
  readonly trial: Trial;
  readonly preset: Preset;
  /** What it was started with. */
  readonly config: IgnitionConfig;
  readonly bakery: Bakery;
  readonly machine: VirtualMachine;
  readonly folder: string;
}

/** Under this address a guest finds the servers of this machine's loopback interface. */
const hostInGuest = "10.0.2.2";

/** A node of a preset in a virtual machine: Ignition sets it up in the initramfs of its first boot. */
export class VirtualNode implements Looked {
  readonly #parts: Parts;

  private constructor(parts: Parts) {
    this.#parts = parts;
  }

  get preset(): Preset {
    return this.#parts.preset;
  }

  get machine(): VirtualMachine {
    return this.#parts.machine;
  }

  get config(): IgnitionConfig {
    return this.#parts.config;
  }

  get folder(): string {
    return this.#parts.folder;
  }

  /**
   * Boots the node of a preset with empty disks of these serial numbers beside its own. Throws when it does not compose, or when
   * it does not come up, as where Ignition refuses it.
   */
  static async boot(
    lab: Lab,
    name: string,
    wish: Preset,
    serials: readonly string[],
  ): Promise<VirtualNode> {
    const trial = new Trial(lab.tally, name);
    const folder = fresh(join(lab.work, name.replace(/\W+/g, "-")));
    const images = join(folder, "images");
    mkdirSync(images);
    const bakery = new Bakery(images);
    try {
      const address = await bakery.open();
      const preset = asTried(
        wish,
        address.replace("127.0.0.1", hostInGuest),
        images,
      );
      const { compact, problems } = outcomeOf(preset, lab.catalogue);
      if (compact === null)
        throw new Error(`does not compose: ${problems[0]?.code}`);
      const config = join(folder, "config.ign");
      writeFileSync(config, compact);
      const disk = (serial: string) => emptyDisk(join(folder, serial));
      const machine = await VirtualMachine.boot({
        ...lab.boot,
        config,
        log: join(folder, "console.log"),
        disks: {
          root: copyDisk(lab.root, join(folder, "root")),
          ...Object.fromEntries(
            [handedOut, ...serials].map((serial) => [serial, disk(serial)]),
          ),
        },
      });
      return new VirtualNode({
        ...{ trial, preset, bakery, machine, folder },
        config: JSON.parse(compact) as IgnitionConfig,
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

  check(what: string, seen: unknown, expected: unknown): void {
    this.#parts.trial.check(what, seen, expected);
  }

  /** Puts a newer image on the node's server. */
  publish(id: string, ...versions: readonly string[]): void {
    for (const version of versions)
      releaseImage(this.#parts.bakery.folder, id, version);
  }

  /** What the server has at an address. */
  bodyAt(url: string): Uint8Array {
    return readFileSync(
      join(this.#parts.bakery.folder, basename(new URL(url).pathname)),
    );
  }
}
