import type { Path } from "../path";
import { error, type Entry } from "../report";
import type { Field, List } from "./struct";
import type { IgnitionStruct } from "./types";
import type { Visit } from "./walk";

type Plain = Readonly<Record<string, unknown>>;

/** What tells entries of a list apart when configs are merged; plain texts tell themselves apart. */
const keys: Readonly<Record<string, (value: Plain) => string>> = {
  CaReference: ({ source }) => text(source),
  ConfigReference: ({ source }) => text(source),
  Directory: ({ path }) => text(path),
  Disk: ({ device }) => text(device),
  Dropin: ({ name }) => text(name),
  File: ({ path }) => text(path),
  Filesystem: ({ device }) => text(device),
  HttpHeader: ({ name }) => text(name),
  Link: ({ path }) => text(path),
  Luks: ({ name }) => text(name),
  Partition: (value) => partitionKey(value),
  PasswdGroup: ({ name }) => text(name),
  PasswdUser: ({ name }) => text(name),
  Raid: ({ name }) => text(name),
  Resource: ({ source }) => text(source),
  Tang: ({ url }) => text(url),
  Unit: ({ name }) => text(name),
};

/** Lists whose entries may repeat: options of programs, and what is appended to a file. */
const mayRepeat: Readonly<Record<string, readonly string[]>> = {
  File: ["append"],
  Filesystem: ["options", "mountOptions"],
  Luks: ["options"],
  Raid: ["options"],
};

/** Lists that share their keys: a path is a file, a directory or a link. */
const shared: Readonly<Record<string, readonly string[]>> = {
  KernelArguments: ["shouldExist", "shouldNotExist"],
  Storage: ["directories", "files", "links"],
};

/** Finds entries of a struct's lists that have a key which came before. */
export const findDuplicates: Visit = (value, at, struct) => {
  if (struct.kind !== "struct") return [];
  const plain = value as Plain;
  const together = new Set<string>();
  const found: Entry[] = [];
  for (const field of struct.fields) {
    const list = plain[field.key];
    if (!isList(field) || !Array.isArray(list)) continue;
    if (mayRepeat[struct.name]?.includes(field.key)) continue;
    const seen = shared[struct.name]?.includes(field.key)
      ? together
      : new Set<string>();
    found.push(...repeated(list, field.type.of.name, seen, [...at, field.key]));
  }
  return found;
};

function repeated(
  list: readonly unknown[],
  type: string,
  seen: Set<string>,
  at: Path,
): Entry[] {
  const keyOf = keys[type] ?? ((value: unknown) => text(value));
  return list.flatMap((value, index) => {
    const key = keyOf(value as Plain);
    const again = seen.has(key);
    seen.add(key);
    return again ? [error("duplicate", [...at, index], { key })] : [];
  });
}

function partitionKey({ number, label }: IgnitionStruct<"Partition">): string {
  if (number) return `number:${number}`;
  return label === undefined ? "" : `label:${label}`;
}

function isList(field: Field): field is Field & { readonly type: List } {
  return field.type.kind === "list";
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
