import type { IgnitionStruct } from "./types";

export type Plain = Readonly<Record<string, unknown>>;

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
const repeating: Readonly<Record<string, readonly string[]>> = {
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

/** What tells an entry of a list apart from the others; `type` is what the list holds. */
export function keyOf(type: string, value: unknown): string {
  const key = keys[type];
  return key ? key(value as Plain) : text(value);
}

/** Whether entries of a struct's list are never told apart. */
export function mayRepeat(struct: string, field: string): boolean {
  return repeating[struct]?.includes(field) ?? false;
}

/** The lists of a struct that share their keys have one group. */
export function groupOf(struct: string, field: string): string {
  return shared[struct]?.includes(field) ? "shared" : field;
}

function partitionKey({ number, label }: IgnitionStruct<"Partition">): string {
  if (number) return `number:${number}`;
  return label === undefined ? "" : `label:${label}`;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
