import { emptyPreset, type Preset } from "@/lib/preset";
import { recipes } from "@/lib/preset/sections/storage/recipes";
import type { StorageValue } from "@/lib/preset/sections/storage/value";
import { checkFirstBoot, exampleNode } from "../boot/first-boot";
import { failedUnits, mergedVersion, stateOf } from "../boot/observe";
import { checkUpdate } from "../boot/update";
import { key, presetOf } from "../nodes";
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

/** What the Storage section puts together: a mirror, encrypted disks, swap on a disk and in a file; one is in somebody's home. */
export async function manyDisks(lab: Lab): Promise<void> {
  const serials = ["mirror1", "mirror2", "secret", "home", "swap"];
  const preset = emptyPreset();
  const storage = onManyDisks(preset.storage, serials);
  const { users, files } = presetOf({
    kindling: 1,
    users: { users: [{ name: "ops", keys: [key] }] },
    files: { directories: [{ path: "/var/lib/secret", mode: "0711" }] },
  });
  const node = await VirtualNode.boot(
    lab,
    "many disks",
    { ...preset, storage, users, files },
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

/** One encrypted disk has the key that Ignition makes; the other one of the config, by which it opens quickly, and a UUID. */
function onManyDisks(
  value: StorageValue,
  serials: readonly string[],
): StorageValue {
  const recipes = ["mirror", "encrypted", "encrypted", "swap-partition"];
  const made = withRecipes(value, recipes, serials);
  const [secret, home] = made.luks;
  const keyed = {
    ...home!,
    uuid: "6E9F3C1A-52B7-4D0C-9A57-0B8E4F6D2C31",
    key: { ...home!.key, inline: "nobody's secret" },
    options: ["--pbkdf", "pbkdf2", "--pbkdf-force-iterations", "1000"],
  };
  const filesystems = made.filesystems.map((one) => {
    if (one.device === `/dev/mapper/${home!.name}`)
      return { ...one, path: "/home/ops/data" };
    return one.device.startsWith("/dev/md/")
      ? { ...one, options: ["-E", "root_owner=500:233"] }
      : one;
  });
  const swap = { ...made.swap, fileMib: 64 };
  return { ...made, luks: [secret!, keyed], filesystems, swap };
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
