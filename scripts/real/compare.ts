import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import type { Content, NodeFile, NodeTree } from "@/lib/boot/node-file";

/** What useradd, groupadd and Ignition itself leave behind, which no config asks for. */
const byTheWay =
  /^\/etc\/(\.ignition-result\.json|\.pwd\.lock|(passwd|shadow|group|gshadow|subuid|subgid)-?)$|^\/var\/(spool\/)?mail(\/|$)|^\/var(\/spool)?$/;

/**
 * What differs between the tree that was predicted and the one that is there, in words; nothing where they are the same. `bodies` is
 * what was fetched from each address, `before` the paths that were there before.
 */
export function differences(
  { files }: NodeTree,
  root: string,
  bodies: ReadonlyMap<string, Uint8Array>,
  before: ReadonlySet<string>,
): string[] {
  const accounts = accountsOf(root);
  const known = new Set(files.map(({ path }) => path));
  const homes = files
    .filter((one) => one.kind === "directory" && one.mode === undefined)
    .map(({ path }) => `${path}/`);
  const more = pathsBelow(root)
    .filter((path) => !known.has(path) && !before.has(path))
    .filter((path) => !byTheWay.test(path) && !isSkeleton(path, homes))
    .map((path) => `${path} was not predicted`);
  const wrong = files.flatMap((file) => {
    const reason = difference(file, root, bodies, accounts, before);
    return reason === null ? [] : [`${file.path} ${reason}`];
  });
  return [...wrong, ...more];
}

/** Every path in a tree, without the tree's own; links are not followed. */
export function pathsBelow(root: string, folder = ""): string[] {
  return readdirSync(root + folder, { withFileTypes: true }).flatMap((one) => {
    const path = `${folder}/${one.name}`;
    return one.isDirectory() ? [path, ...pathsBelow(root, path)] : [path];
  });
}

/** What a new home is filled with is the system's affair. */
function isSkeleton(path: string, homes: readonly string[]): boolean {
  return homes.some((home) => path.startsWith(home)) && /\/\.[^/]*$/.test(path);
}

interface Accounts {
  readonly users: ReadonlyMap<string, number>;
  readonly groups: ReadonlyMap<string, number>;
}

function accountsOf(root: string): Accounts {
  const ids = (file: string) =>
    new Map(
      readFileSync(join(root, "etc", file), "utf8")
        .split("\n")
        .map((line) => line.split(":"))
        .map(([name = "", , id]) => [name, Number(id)] as const),
    );
  return { users: ids("passwd"), groups: ids("group") };
}

function difference(
  file: NodeFile,
  root: string,
  bodies: ReadonlyMap<string, Uint8Array>,
  { users, groups }: Accounts,
  before: ReadonlySet<string>,
): string | null {
  const path = join(root, file.path);
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) return "is not there";
  // What only leads to something stays as it is where it is there.
  if (!file.from && before.has(file.path)) return null;
  const owner = [idOf(file.user, users), idOf(file.group, groups)].join(":");
  const has = `${found.uid}:${found.gid}`;
  if (owner !== has) return `belongs to ${has}, not to ${owner}`;
  if (file.kind === "link") {
    if (!found.isSymbolicLink()) return "is no link";
    const target = readlinkSync(path);
    return target === file.target
      ? null
      : `leads to ${target}, not to ${file.target}`;
  }
  if (file.kind === "hardlink") {
    const target = lstatSync(join(root, file.target), {
      throwIfNoEntry: false,
    });
    return target?.ino === found.ino ? null : `is not ${file.target} itself`;
  }
  const mode = found.mode & 0o7777;
  if (file.mode !== undefined && mode !== file.mode)
    return `has mode ${mode.toString(8)}, not ${file.mode.toString(8)}`;
  if (file.kind === "directory")
    return found.isDirectory() ? null : "is no folder";
  if (!found.isFile()) return "is no file";
  return contentDiffers(file, readFileSync(path), bodies);
}

function idOf(
  who: string | number,
  known: ReadonlyMap<string, number>,
): number | string {
  return typeof who === "number" ? who : (known.get(who) ?? who);
}

function contentDiffers(
  file: NodeFile & { kind: "file" },
  found: Buffer,
  bodies: ReadonlyMap<string, Uint8Array>,
): string | null {
  const expected = file.content.map((part) => expectedPart(part, bodies));
  const length = expected.reduce((sum, part) => sum + part.length, 0);
  const same = file.path.endsWith("/20-ignition.preset")
    ? inAnyOrder(found) === inAnyOrder(Buffer.concat(expected.filter(isKnown)))
    : found.length === length && isMadeOf(found, expected);
  if (same) return null;
  return `holds ${found.length} bytes that are not the ${length} predicted`;
}

/** Bytes that are known, or what those that are made on the node look like. */
type Expected =
  | Uint8Array
  | { readonly length: number; readonly looks: RegExp };

const isKnown = (part: Expected): part is Uint8Array => !("looks" in part);

const looks = {
  key: /^[\da-f]+$/,
  uuid: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/,
};

function expectedPart(
  part: Content,
  bodies: ReadonlyMap<string, Uint8Array>,
): Expected {
  if ("random" in part)
    return { length: part.length, looks: looks[part.random] };
  return "bytes" in part
    ? part.bytes
    : (bodies.get(part.url) ?? new Uint8Array());
}

function isMadeOf(found: Buffer, expected: readonly Expected[]): boolean {
  let start = 0;
  return expected.every((part) => {
    const piece = found.subarray(start, (start += part.length));
    return isKnown(part)
      ? piece.equals(part)
      : part.looks.test(piece.toString("latin1"));
  });
}

// Ignition 2.14 writes the lines of its preset in any order.
const inAnyOrder = (text: Buffer) =>
  text.toString().split("\n").sort().join("\n");
