import type { Values } from "../../struct/decode";
import type { Mapping } from "../../translate/source-map";
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
  const remote = remoteDevices(document);
  const made = filesystems.flatMap((filesystem, index) =>
    filesystem.with_mount_unit
      ? [{ ...unitOn(remote, filesystem, write), filesystem: index }]
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
): MountUnit {
  return unitOn(remoteDevices(document), filesystem, mountUnit);
}

function unitOn(
  remote: ReadonlySet<string>,
  { device = "", format = "", path, mount_options }: Filesystem,
  write: typeof mountUnit,
): MountUnit {
  return write({
    ...{ device, format, path, mountOptions: mount_options },
    remote: remote.has(device),
  });
}

/** Devices that a Tang server helps to unlock are there only with the network up. */
function remoteDevices(document: Config): ReadonlySet<string> {
  const devices = new Set<string>();
  for (const { name = "", clevis } of document.storage?.luks ?? []) {
    if (!clevis?.tang?.length) continue;
    devices.add(`/dev/mapper/${name}`);
    devices.add(`/dev/disk/by-id/dm-name-${name}`);
  }
  return devices;
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
  const before = groupByUnit(run.sources.takeBelow(root), root.length);
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
    for (const mapping of before.get(index) ?? []) {
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

function groupByUnit(mappings: readonly Mapping[], at: number) {
  const groups = new Map<string | number | undefined, Mapping[]>();
  for (const mapping of mappings) {
    const unit = mapping.to[at];
    const group = groups.get(unit);
    if (group) group.push(mapping);
    else groups.set(unit, [mapping]);
  }
  return groups;
}
