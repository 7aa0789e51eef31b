import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { IgnitionConfig } from "@/lib/butane";
import type { Preset } from "@/lib/preset";
import {
  prepared,
  TriedNode,
  type Prepared,
  type SharedLab,
} from "../boot/tried-node";
import { outcomeOf } from "../nodes";
import { copyDisk, emptyDisk } from "./disk";
import { handedOut, type BootFiles } from "./initramfs";
import { VirtualMachine } from "./machine";

/** What all nodes of a run share. */
export interface Lab extends SharedLab {
  readonly boot: BootFiles;
  /** The disk that every node starts with a copy of. */
  readonly root: string;
  /** Paths of the tree on it. */
  readonly before: ReadonlySet<string>;
}

/** Under this address a guest finds the servers of this machine's loopback interface. */
const hostInGuest = "10.0.2.2";

/** A node of a preset in a virtual machine: Ignition sets it up in the initramfs of its first boot. */
export class VirtualNode extends TriedNode<VirtualMachine> {
  private constructor(
    before: Prepared,
    machine: VirtualMachine,
    /** What it was started with. */
    readonly config: IgnitionConfig,
  ) {
    super(before, machine);
  }

  /**
   * Boots the node of a preset with empty disks of these serial numbers beside its own. Throws when it does not compose, or when
   * it does not come up, as where Ignition refuses it.
   */
  static boot(
    lab: Lab,
    name: string,
    wish: Preset,
    serials: readonly string[],
  ): Promise<VirtualNode> {
    const boot = async (before: Prepared) => {
      const { preset, folder } = before;
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
      return new VirtualNode(
        before,
        machine,
        JSON.parse(compact) as IgnitionConfig,
      );
    };
    return prepared(lab, { name, wish }, boot, (address) =>
      address.replace("127.0.0.1", hostInGuest),
    );
  }

  /** What the server has at an address. */
  bodyAt(url: string): Uint8Array {
    return readFileSync(
      join(this.bakery.folder, basename(new URL(url).pathname)),
    );
  }
}
