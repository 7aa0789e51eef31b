import type { IgnitionStruct } from "../types";
import { byteLength } from "../../utf8";
import { pathProblem } from "../../file-path";
import { errorIf, type Rule } from "./rule";

type Filesystem = IgnitionStruct<"Filesystem">;

/** Formats Ignition can make, with the most bytes a label may have there. */
const formats: ReadonlyMap<string, number> = new Map([
  ["ext4", 16],
  ["btrfs", 256],
  ["xfs", 12],
  ["swap", 15],
  ["vfat", 11],
  ["none", Infinity],
]);

/**
 * A filesystem has the path of a device and a format that is known; its label is counted in bytes. Without a format
 * nothing may be said of it (config/v3_3/types/filesystem.go).
 */
export const filesystem: Rule<"Filesystem"> = (value, at) => [
  ...errorIf(value.path && pathProblem(value.path), at, "path"),
  ...errorIf(pathProblem(value.device), at, "device"),
  ...errorIf(formatProblem(value), at, "format"),
  ...errorIf(labelProblem(value), at, "label"),
];

/** The same, where fewer formats are known. */
export function filesystemWithFormats(...known: readonly string[]) {
  const rule: Rule<"Filesystem"> = (value, at, traits) => [
    ...filesystem(value, at, traits),
    ...errorIf(isLater(value.format, known) && "format-unknown", at, "format"),
  ];
  return rule;
}

function isLater(format: string | undefined, known: readonly string[]) {
  return format && formats.has(format) && !known.includes(format);
}

function formatProblem(value: Filesystem): string | undefined {
  if (value.format) {
    return formats.has(value.format) ? undefined : "format-unknown";
  }
  const needed =
    value.path ||
    value.label ||
    value.uuid ||
    value.wipeFilesystem ||
    value.mountOptions?.length ||
    value.options?.length;
  return needed ? "format-missing" : undefined;
}

function labelProblem({ format, label }: Filesystem): string | undefined {
  if (!label) return undefined;
  if (!format) return "label-without-format";
  const most = formats.get(format) ?? Infinity;
  return byteLength(label) > most ? "filesystem-label-long" : undefined;
}
