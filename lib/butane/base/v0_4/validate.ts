import type { IgnitionSpec } from "../../ignition";
import { checkEmbedded } from "../../ignition/check-text";
import { formatPath, type Path } from "../../path";
import { error, warning, type Entry } from "../../report";
import { looksDecimal } from "../decimal-mode";
import type { Directory, File, Filesystem, Resource, Tree } from "./schema";

/** One source at most; a config inside the document is held to Ignition's rules there and then. */
export function resourceRule(ignition: IgnitionSpec) {
  return (resource: Resource, at: Path): readonly Entry[] => {
    const given = (["local", "inline", "source"] as const).filter(
      (key) => resource[key] !== undefined,
    );
    const last = given.at(-1);
    if (given.length > 1 && last) {
      return [error("too-many-sources", [...at, last])];
    }
    const { inline } = resource;
    const isConfig = at[0] === "ignition" && at[1] === "config";
    return isConfig && inline !== undefined ? nested(ignition, inline, at) : [];
  };
}

/**
 * The problems of a nested config. Their paths count from its own root, as they do in Butane's report, so each also
 * says which config is meant.
 */
function nested(ignition: IgnitionSpec, text: string, at: Path): Entry[] {
  const inline = [...at, "inline"];
  const { readable, report } = checkEmbedded(text, ignition, at);
  const told = report.map(({ kind, code, path, values }) => ({
    ...{ kind, code, path },
    values: { ...values, within: formatPath(inline) },
  }));
  return readable ? told : [...told, error("nested-config-unreadable", inline)];
}

/**
 * A mount unit needs a format, and for all but `swap` a path. The rules of this file are those of Butane's
 * base/v0_4/validate.go.
 */
export function validateFilesystem(
  filesystem: Filesystem,
  at: Path,
): readonly Entry[] {
  if (!filesystem.with_mount_unit) return [];
  if (!filesystem.format) {
    return [error("mount-unit-without-format", [...at, "format"])];
  }
  if (filesystem.format !== "swap" && !filesystem.path) {
    return [error("mount-unit-without-path", [...at, "path"])];
  }
  return [];
}

/** Warns of a mode that was probably meant in octal: `644` without its zero is 01204. */
export function validateFile(file: File, at: Path): readonly Entry[] {
  return validateMode(file.mode, at, false);
}

/** The same by the modes that are usual for directories, such as 01777. */
export function validateDirectory(
  directory: Directory,
  at: Path,
): readonly Entry[] {
  return validateMode(directory.mode, at, true);
}

function validateMode(
  mode: number | undefined,
  at: Path,
  directory: boolean,
): readonly Entry[] {
  if (mode === undefined || !looksDecimal(mode, directory)) return [];
  return [warning("decimal-mode", [...at, "mode"], { mode })];
}

/**
 * A tree without a local directory brings nothing; an empty `local` counts as none, and the entry stands at the tree.
 */
export function validateTree(tree: Tree, at: Path): readonly Entry[] {
  return tree.local ? [] : [error("tree-without-local", at)];
}
