import { utf8 } from "@/lib/bytes";
import { both16, both32, little16, little32 } from "./byte-orders";
import type { Folder } from "./image-tree";
import { nameEntry, permissions, rockRidge } from "./rock-ridge";

/** Bytes of a logical block; places in an image count in these. */
export const blockSize = 2048;

/** The records of a folder: itself, its parent, then what is in it by name. They have to fit one block. */
export function recordsOf(
  folder: Folder,
  starts: ReadonlyMap<Uint8Array, number>,
): Uint8Array {
  const named = ({ name, at }: Folder) => ({
    id: plainName(name),
    at,
    size: blockSize,
    kind: "folder" as const,
    system: nameEntry(name),
  });
  const inside: Entry[] = [
    ...folder.folders.map(named),
    ...folder.files.map(({ name, bytes }) => ({
      id: `${plainName(name)}.;1`,
      at: starts.get(bytes)!,
      size: bytes.length,
      kind: "file" as const,
      system: nameEntry(name),
    })),
  ].sort((one, other) => (one.id < other.id ? -1 : 1));
  if (new Set(inside.map(({ id }) => id)).size < inside.length)
    throw new Error("two files of an image have one plain name");
  const isRoot = folder.parent === folder;
  const records = [
    {
      ...named(folder),
      id: "\0",
      system: isRoot ? [...rockRidge.first, ...rockRidge.name] : [],
    },
    { ...named(folder.parent), id: "\u0001", system: [] },
    ...inside,
  ].flatMap(record);
  if (records.length > blockSize)
    throw new Error("a folder of an image needs a second block");
  return Uint8Array.from(records);
}

/** The record of the root as the volume's description has it, where no system's part is allowed. */
export const rootRecord = (at: number): number[] =>
  recordOf("\0", at, blockSize, "folder", []);

/** Every folder with its place and the number of its parent, once in each byte order. */
export function pathTables(folders: readonly Folder[]) {
  const numbers = new Map(folders.map((folder, index) => [folder, index + 1]));
  const table = (order: (bytes: number[]) => number[]) =>
    Uint8Array.from(
      folders.flatMap(({ name, at, parent }) => {
        const id = utf8(plainName(name) || "\0");
        return [
          id.length,
          0,
          ...order(little32(at)),
          ...order(little16(numbers.get(parent)!)),
          ...id,
          ...(id.length % 2 ? [0] : []),
        ];
      }),
    );
  return {
    little: table((bytes) => bytes),
    big: table((bytes) => bytes.reverse()),
  };
}

interface Entry {
  readonly id: string;
  readonly at: number;
  readonly size: number;
  readonly kind: "folder" | "file";
  readonly system: readonly number[];
}

const record = ({ id, at, size, kind, system }: Entry) =>
  recordOf(id, at, size, kind, [...system, ...permissions(kind)]);

function recordOf(
  id: string,
  at: number,
  size: number,
  kind: Entry["kind"],
  system: readonly number[],
): number[] {
  const name = [...utf8(id)];
  const length = name.length;
  // The system's part begins at an even place, and so does the next record.
  if (length % 2 === 0) name.push(0);
  const rest = system.length % 2 ? [...system, 0] : system;
  return [
    33 + name.length + rest.length,
    0,
    ...both32(at),
    ...both32(size),
    ...[70, 1, 1, 0, 0, 0, 0], // 1970: the same files give the same bytes
    ...[kind === "folder" ? 2 : 0, 0, 0],
    ...both16(1),
    length,
    ...name,
    ...rest,
  ];
}

/** What a reader without Rock Ridge sees: capital letters, digits and underscores. */
function plainName(name: string): string {
  return name.toUpperCase().replace(/[^A-Z0-9]/g, "_");
}
