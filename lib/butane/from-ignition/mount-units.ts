import { unitOfFilesystem } from "../base/v0_4/mount-units";
import type { Config, Filesystem } from "../base/v0_4/schema";
import type { Values } from "../struct/decode";

type Unit = Values & { readonly name?: string };

/**
 * Says `with_mount_unit` where a unit is the one that Butane writes for a filesystem.
 *
 * @param exact Whether the order of the units has to be the same again: Butane puts those it writes first.
 */
export function foldMountUnits(document: Config, exact: boolean): Config {
  const filesystems = document.storage?.filesystems ?? [];
  const units: readonly Unit[] = document.systemd?.units ?? [];
  const pairs = exact
    ? pairsInOrder(document, filesystems, units)
    : pairsAnywhere(document, filesystems, units);
  if (pairs.size === 0) return document;

  const folded = new Set(pairs.values());
  return {
    ...document,
    storage: {
      ...document.storage,
      filesystems: filesystems.map((one, index) =>
        pairs.has(index) ? { ...one, with_mount_unit: true } : one,
      ),
    },
    systemd: {
      ...document.systemd,
      units: units.flatMap((unit) => (folded.has(unit) ? rest(unit) : [unit])),
    },
  };
}

/** What a document has to say itself of a unit that is written for it. */
function rest({
  contents: _contents,
  enabled: _enabled,
  ...own
}: Unit): Unit[] {
  return Object.keys(own).length > 1 ? [own] : [];
}

/** The unit of each filesystem that has one, by the filesystem's index. */
type Pairs = ReadonlyMap<number, Unit>;

function pairsInOrder(
  document: Config,
  filesystems: readonly Filesystem[],
  units: readonly Unit[],
): Pairs {
  const pairs = new Map<number, Unit>();
  for (const [index, filesystem] of filesystems.entries()) {
    const unit = units[pairs.size];
    if (unit && isUnitOf(document, filesystem, unit)) pairs.set(index, unit);
  }
  return pairs;
}

function pairsAnywhere(
  document: Config,
  filesystems: readonly Filesystem[],
  units: readonly Unit[],
): Pairs {
  const byName = new Map(units.map((unit) => [unit.name, unit]));
  const pairs = new Map<number, Unit>();
  for (const [index, filesystem] of filesystems.entries()) {
    if (!canHaveUnit(filesystem)) continue;
    const { name } = unitOfFilesystem(document, filesystem);
    const unit = byName.get(name);
    if (!unit || !isUnitOf(document, filesystem, unit)) continue;
    pairs.set(index, unit);
    byName.delete(name);
  }
  return pairs;
}

function isUnitOf(
  document: Config,
  filesystem: Filesystem,
  unit: Unit,
): boolean {
  if (!canHaveUnit(filesystem) || unit.enabled !== true) return false;
  const { name, contents } = unitOfFilesystem(document, filesystem);
  return unit.name === name && unit.contents === contents;
}

/** Butane writes none without a format, nor without a place to mount. */
function canHaveUnit({ format, path }: Filesystem): boolean {
  return Boolean(format && (format === "swap" || path));
}
