import { emptyPreset, type Preset } from "@/lib/preset";
import { recipes } from "@/lib/preset/sections/storage/recipes";
import type { StorageValue } from "@/lib/preset/sections/storage/value";
import { checkFirstBoot, exampleNode } from "../boot/first-boot";
import { failedUnits, mergedVersion, stateOf } from "../boot/observe";
import { checkUpdate } from "../boot/update";
import { presetOf } from "../nodes";
import { diskNamed } from "./disk";
import { checkDisks, checkTree } from "./look";
import { VirtualNode, type Lab } from "./node";

const dataFolder = "/var/lib/docker";
const note = `${dataFolder}/note`;

/** A disk of its own for Docker's data: partitioned, made and mounted before Ignition writes on it, and there again after a reboot. */
export async function dataDisk(lab: Lab): Promise<void> {
  const wish = onDockerDisk(exampleNode("docker-host"));
  const node = await VirtualNode.boot(lab, "data disk", wish, ["data"]);
  const { machine } = node;
  try {
    checkTree(node, lab.before);
    await checkFirstBoot(node);
    node.check(
      "docker.service runs from the start",
      await stateOf(machine, "docker.service"),
      "active",
    );
    await checkDisks(node);
    node.check(
      "a file below it is on it",
      await machine.says(`findmnt -nro TARGET -T ${note}; cat ${note}`),
      `${dataFolder}\nkept here`,
    );
    node.publish("docker-compose", "5.10.0");
    await checkUpdate(node, "docker-compose", "5.10.0");
    await machine.reboot();
    node.check("no unit failed after a reboot", await failedUnits(machine), []);
    node.check(
      "the file is still there",
      await machine.says(`cat ${note}`),
      "kept here",
    );
    node.check(
      "and so is the newest",
      await mergedVersion(machine, "docker-compose"),
      "5.10.0",
    );
  } finally {
    await node.close();
  }
}

function onDockerDisk(preset: Preset): Preset {
  const storage = withRecipes(preset.storage, ["disk"], ["data"]);
  const filesystems = storage.filesystems.map((one) => ({
    ...one,
    path: dataFolder,
  }));
  const { files } = presetOf({
    kindling: 1,
    files: { files: [{ path: note, contents: { text: "kept here" } }] },
  });
  return { ...preset, storage: { ...storage, filesystems }, files };
}

/** What the Storage section puts together: a mirror, an encrypted disk, swap on a disk and in a file. */
export async function manyDisks(lab: Lab): Promise<void> {
  const serials = ["mirror1", "mirror2", "secret", "swap"];
  const preset = emptyPreset();
  const made = withRecipes(
    preset.storage,
    ["mirror", "encrypted", "swap-partition"],
    serials,
  );
  const storage = { ...made, swap: { ...made.swap, fileMib: 64 } };
  const node = await VirtualNode.boot(
    lab,
    "many disks",
    { ...preset, storage },
    serials,
  );
  const { machine } = node;
  try {
    checkTree(node, lab.before);
    node.check("no unit failed", await failedUnits(machine), []);
    await checkDisks(node);
    const written = storage.filesystems.flatMap(({ path }) => path || []);
    for (const path of written) await machine.says(`echo kept > ${path}/note`);
    await machine.reboot();
    node.check("no unit failed after a reboot", await failedUnits(machine), []);
    await checkDisks(node);
    for (const path of written)
      node.check(
        `what was written to ${path} is still there`,
        await machine.says(`cat ${path}/note`),
        "kept",
      );
  } finally {
    await node.close();
  }
}

/** What the page's recipes put together, on disks of these serial numbers. */
function withRecipes(
  value: StorageValue,
  ids: readonly string[],
  serials: readonly string[],
): StorageValue {
  const made = ids.reduce(
    (before, id) => recipes.find((one) => one.id === id)!.apply(before),
    value,
  );
  const disks = made.disks.map((disk, index) => ({
    ...disk,
    device: diskNamed(serials[index]!),
  }));
  return { ...made, disks };
}
