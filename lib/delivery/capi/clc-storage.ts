import type { PlainValue } from "@/lib/butane";
import { clcNodes, type Mounted } from "./clc-nodes";
import {
  error,
  listOf,
  said,
  warning,
  type CapiProblem,
  type Values,
} from "./problem";

/** `storage` in Container Linux Config. */
export function clcStorage(storage: Values, problems: CapiProblem[]): Values {
  const filesystems = listOf(storage, "filesystems");
  const names = filesystems.map((one, index) => nameOf(one, index));
  const mounted = filesystems.flatMap(({ path }, index): Mounted[] => {
    const clean = String(path ?? "").replace(/\/+$/, "");
    return clean === "" ? [] : [{ name: names[index]!, path: clean }];
  });
  for (const { name } of listOf(storage, "luks"))
    problems.push(
      error(
        "capi-luks",
        `The encrypted volume ${name} cannot be made: Cluster API's Ignition 2.3 has no LUKS.`,
      ),
    );
  return said({
    disks: listOf(storage, "disks").map((one) => clcDisk(one, problems)),
    raid: listOf(storage, "raid").map(
      ({ name, level, devices, spares, options }) =>
        said({ name, level, devices, spares, options }),
    ),
    filesystems: filesystems.map((one, index) =>
      clcFilesystem(one, names[index]!, problems),
    ),
    ...clcNodes(storage, mounted, problems),
  });
}

/** What Ignition 2.3 could do to a partition that is there, and Container Linux Config has no words for. */
const unsayable = {
  shouldExist: false,
  wipePartitionEntry: true,
  resize: true,
};

function clcDisk(disk: Values, problems: CapiProblem[]): Values {
  return said({
    device: disk.device,
    wipe_table: disk.wipeTable,
    partitions: listOf(disk, "partitions").map((one) => {
      const lost = Object.entries(unsayable)
        .filter(([key, value]) => one[key] === value)
        .map(([key]) => key);
      if (lost.length > 0)
        problems.push(
          error(
            "capi-partition",
            `Partition ${one.label ?? one.number ?? ""} of ${disk.device} says what becomes of an existing one (${lost.join(", ")}), which Container Linux Config cannot say: the disk is not changed as composed.`,
          ),
        );
      return said({
        label: one.label,
        number: one.number,
        size: mebibytes(one.sizeMiB),
        start: mebibytes(one.startMiB),
        guid: one.guid,
        type_guid: one.typeGuid,
      });
    }),
  });
}

const mebibytes = (value: PlainValue | undefined) =>
  typeof value === "number" ? `${value}MiB` : undefined;

function clcFilesystem(
  one: Values,
  name: string,
  problems: CapiProblem[],
): Values {
  if (Array.isArray(one.mountOptions) && one.mountOptions.length > 0)
    problems.push(
      warning(
        "capi-mount-options",
        `The mount options of ${one.device} are not used while the first boot writes to it, because Ignition 2.3 has none; its mount unit has them.`,
      ),
    );
  if (one.format === "none")
    problems.push(
      error(
        "capi-format-none",
        `${one.device} is to be left without a filesystem, which Container Linux Config cannot say.`,
      ),
    );
  return {
    name,
    mount: said({
      device: one.device,
      format: one.format,
      wipe_filesystem: one.wipeFilesystem,
      label: one.label,
      uuid: one.uuid,
      options: one.options,
    }),
  };
}

/** Ignition 2 wants a name for every filesystem; `root` and `oem` are its own. */
function nameOf({ label, path }: Values, index: number): string {
  const word = String(label ?? path ?? "").replace(/[^A-Za-z0-9]+/g, "-");
  return `${word.replace(/^-|-$/g, "") || "filesystem"}-${index + 1}`;
}
