import { arch } from "node:process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { builtInImages } from "../boot/images";
import { endWithSignals, workFolder } from "../boot/run-folder";
import { standIns } from "../boot/stand-ins";
import { debianTree, likeFlatcar } from "../boot/tree";
import { pathsBelow } from "../compare";
import { forEach, isRoot, isThere, programAt, ran } from "../programs";
import type { Setting, Tally, Tier } from "../tally";
import { rootDisk } from "./disk";
import { bootFiles, packagesForBoot } from "./initramfs";
import type { Lab } from "./node";
import { dataDisk, manyDisks } from "./scenarios";
import { answering } from "./shell";

/** What is tried, by a name that `--node` may pick out. */
const scenarios: Readonly<Record<string, (lab: Lab) => Promise<void>>> = {
  "data-disk": dataDisk,
  "many-disks": manyDisks,
};

/** Each has one processor. */
const atOnce = 2;

/** Tier 5: virtual machines whose initramfs runs Ignition at first boot, disks and all. */
export function vmTier({ folder, catalogue, node }: Setting): Tier {
  return {
    title: "First boot in a virtual machine",
    needs: "root on x86-64, mmdebstrap, mke2fs, mksquashfs, QEMU",
    lacks: lacking,
    async run(tally: Tally) {
      endWithSignals();
      const debian = debianTree(folder, {
        suffix: "-vm",
        packages: packagesForBoot,
      });
      const boot = bootFiles(debian);
      const work = workFolder(folder, "vm");
      const tree = join(work, "tree");
      likeFlatcar(debian, tree, [
        ...standIns.filter(({ forContainers }) => !forContainers),
        ...answering,
      ]);
      rmSync(join(tree, "boot"), { recursive: true });
      builtInImages(tree);
      const lab: Lab = {
        ...{ boot, work, catalogue, tally },
        root: rootDisk(tree, join(work, "root")),
        before: new Set([...pathsBelow(tree), "/lost+found"]),
      };
      rmSync(tree, { recursive: true });
      tally.note(ignitionOf(debian));
      tally.note(qemuVersion());
      const wanted = Object.entries(scenarios).filter(([name]) =>
        name.includes(node),
      );
      await forEach(wanted, atOnce, async ([name, scenario]) => {
        try {
          await scenario(lab);
        } catch (error) {
          tally.check(name, (error as Error).message);
        }
      });
      rmSync(work, { recursive: true });
    },
  };
}

const programs = {
  mmdebstrap: "mmdebstrap",
  mke2fs: "e2fsprogs",
  mksquashfs: "squashfs-tools",
  unshare: "util-linux",
  "qemu-system-x86_64": "qemu-system-x86",
};

function lacking(): string | null {
  if (arch !== "x64") return "it is for x86-64 alone";
  if (!isRoot()) return "it needs root";
  if (ran("unshare", ["-m", "true"]).status !== 0)
    return "mounts of its own are not allowed";
  for (const [program, debianPackage] of Object.entries(programs))
    if (!isThere(program, debianPackage)) return `there is no ${program} here`;
  return null;
}

/** The Ignition in the initramfs: `Ignition 2.14.0`. */
function ignitionOf(tree: string): string {
  const engine = join(tree, "usr/lib/dracut/modules.d/30ignition/ignition");
  return ran(engine, ["-version"]).output.trim();
}

function qemuVersion(): string {
  const { output } = ran(programAt("qemu-system-x86_64")!, ["--version"]);
  return `${output.split("\n")[0]}, everything emulated`;
}
