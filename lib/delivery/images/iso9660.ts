import { utf8 } from "@/lib/bytes";
import { both16, both32, little32 } from "./byte-orders";
import type { ImageFile } from "./image-file";
import { foldersOf } from "./image-tree";
import { blockSize, pathTables, recordsOf, rootRecord } from "./iso-records";

/** The first 16 blocks belong to the system that boots; then come the volume's description, its end and two path tables. */
const blockOf = { volume: 16, end: 17, tables: 18, folders: 20 };

/**
 * A CD image (ISO 9660 with Rock Ridge names) with that label and those files: what `mount` and Ignition read as a config drive.
 * The same files give the same bytes. It is made for a handful of files: a folder that needs a second block is refused as a bug.
 */
export function iso9660(
  label: string,
  files: readonly ImageFile[],
): Uint8Array<ArrayBuffer> {
  const folders = foldersOf(files);
  let next = blockOf.folders;
  for (const folder of folders) folder.at = next++;
  const starts = new Map<Uint8Array, number>();
  for (const { bytes } of folders.flatMap((folder) => folder.files)) {
    starts.set(bytes, next);
    next += Math.ceil(bytes.length / blockSize);
  }
  const image = new Uint8Array(next * blockSize);
  const put = (at: number, bytes: Uint8Array) =>
    image.set(bytes, at * blockSize);
  const { little, big } = pathTables(folders);
  put(blockOf.volume, primaryVolume(label, next, folders[0].at, little.length));
  put(blockOf.end, Uint8Array.of(255, ...utf8("CD001"), 1));
  put(blockOf.tables, little);
  put(blockOf.tables + 1, big);
  for (const folder of folders) put(folder.at, recordsOf(folder, starts));
  for (const [bytes, at] of starts) put(at, bytes);
  return image;
}

/** The primary volume descriptor, by the places of ECMA-119 section 8.4. */
function primaryVolume(
  label: string,
  blocks: number,
  root: number,
  tableBytes: number,
): Uint8Array {
  const volume = new Uint8Array(blockSize);
  const text = (at: number, length: number, value = "") =>
    volume.set(utf8(value.padEnd(length)), at);
  volume.set([1, ...utf8("CD001"), 1]);
  text(8, 32);
  text(40, 32, label);
  volume.set(both32(blocks), 80);
  volume.set([...both16(1), ...both16(1), ...both16(blockSize)], 120);
  volume.set(both32(tableBytes), 132);
  volume.set(little32(blockOf.tables), 140);
  volume.set(little32(blockOf.tables + 1).reverse(), 148);
  volume.set(rootRecord(root), 156);
  text(190, 623); // the sets, publisher, preparer, application and files that it could name
  for (let at = 813; at < 881; at += 17) volume.set(noDate, at);
  volume[881] = 1;
  return volume;
}

/** Sixteen zeros as digits and a zone of 0: a date that is not given. */
const noDate = [...utf8("0".repeat(16)), 0];
