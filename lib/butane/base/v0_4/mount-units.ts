import type { Values } from "../../struct/decode";
import type { Translation } from "../../translate/translation";
import { mountUnit, pathUnit, type MountUnit } from "../../units/mount-unit";
import type { Config, Filesystem } from "./schema";

interface Made extends MountUnit {
  /** Index of the filesystem that asked for it. */
  readonly filesystem: number;
}

type Unit = Values & { readonly name?: string };

/**
 * Adds the units that `with_mount_unit` asks for.
 *
 * They come first, in the order of the filesystems. Where the document has a unit of the same name, the two become one
 * at the place of the generated one, and what the document says wins.
 */
export function addMountUnits(
  run: Translation,
  document: Config,
  config: Values,
): void {
  addUnits(run, document, config, mountUnit);
}

/** The same for older specs, which mount swap like everything else. */
export function addMountUnitsOfPaths(
  run: Translation,
  document: Config,
  config: Values,
): void {
  addUnits(run, document, config, pathUnit);
}

function addUnits(
  run: Translation,
  document: Config,
  config: Values,
  write: typeof mountUnit,
): void {
  const filesystems = document.storage?.filesystems ?? [];
  if (filesystems.length === 0) return;
  const made = filesystems.flatMap((filesystem, index) =>
    filesystem.with_mount_unit
      ? [
          {
            ...unitOfFilesystem(document, filesystem, write),
            filesystem: index,
          },
        ]
      : [],
  );
  if (made.length === 0) return;

  const systemd = (config.systemd ?? {}) as { units?: readonly Unit[] };
  const own = systemd.units ?? [];
  const lastOf = new Map(own.map((unit, index) => [unit.name ?? "", index]));
  const taken = new Set(made.map(({ name }) => name));
  const merged = [
    ...made.map((one) => ({ one, index: lastOf.get(one.name) })),
    ...[...own.keys()]
      .filter((index) => !taken.has(own[index]?.name ?? ""))
      .map((index) => ({ one: undefined, index })),
  ];
  config.systemd = {
    ...systemd,
    units: merged.map(({ one, index }) =>
      join(one, index === undefined ? undefined : own[index]),
    ),
  };
  traceUnits(run, merged, own);
  run.sources.config = config;
}

/** The unit that `with_mount_unit` asks for; `document` says whether the device needs the network. */
export function unitOfFilesystem(
  document: Config,
  filesystem: Filesystem,
  write = mountUnit,
): MountUnit {
  const { device = "", format = "", path, mount_options } = filesystem;
  const remote = needsNetwork(document, device);
  return write({ device, format, path, mountOptions: mount_options, remote });
}

/** A device that a Tang server helps to unlock is there only with the network up. */
function needsNetwork(document: Config, device: string): boolean {
  return (document.storage?.luks ?? []).some(
    ({ name = "", clevis }) =>
      (device === `/dev/mapper/${name}` ||
        device === `/dev/disk/by-id/dm-name-${name}`) &&
      (clevis?.tang?.length ?? 0) > 0,
  );
}

function join(made: Made | undefined, own: Unit | undefined): Values {
  if (!made) return own ?? {};
  const { name, contents } = made;
  return { contents, enabled: true, name, ...own };
}

/** Notes for every unit of the result where it came from. */
function traceUnits(
  run: Translation,
  merged: readonly { one: Made | undefined; index: number | undefined }[],
  own: readonly Unit[],
): void {
  const root = ["systemd", "units"];
  const before = own.map((_, index) => run.sources.takeBelow([...root, index]));
  merged.forEach(({ one, index }, at) => {
    const to = [...root, at];
    const from = one && [
      ...["storage", "filesystems", one.filesystem, "with_mount_unit"],
    ];
    if (index === undefined) {
      if (from) run.sources.addMade({ from, to });
      return;
    }
    run.sources.addMoved({ from: [...root, index], to });
    for (const mapping of before[index] ?? []) {
      run.sources.add({
        from: mapping.from,
        to: [...to, ...mapping.to.slice(root.length + 1)],
      });
    }
    for (const key of ["contents", "enabled"]) {
      if (from && own[index]?.[key] === undefined) {
        run.sources.add({ from, to: [...to, key] });
      }
    }
  });
}
