/** Label and files of a CD image, read by its own description: volume, records, Rock Ridge names. */
export function readIso(image: Uint8Array) {
  const view = Buffer.from(image);
  const volume = view.subarray(16 * 2048);
  if (volume.toString("latin1", 1, 6) !== "CD001") throw new Error("no volume");
  if (volume.readUInt32LE(80) * 2048 !== image.length) throw new Error("size");
  const files = new Map<string, Buffer>();
  const walk = (record: Buffer, above: string) => {
    const at = record.readUInt32LE(2) * 2048;
    const body = view.subarray(at, at + record.readUInt32LE(10));
    if (!(record[25]! & 2)) return void files.set(above, body);
    let offset = 0;
    for (let index = 0; body[offset]; index++) {
      const inner = body.subarray(offset, offset + body[offset]!);
      offset += inner.length;
      // The first two are the folder itself and the one above.
      if (index > 1) walk(inner, `${above}/${nameOf(inner)}`);
    }
  };
  walk(volume.subarray(156, 190), "");
  return { label: volume.toString("latin1", 40, 72).trimEnd(), files };
}

function nameOf(record: Buffer): string {
  const id = record[32]!;
  let at = 33 + id + (id % 2 ? 0 : 1);
  while (at + 4 <= record.length && record[at + 2]) {
    const length = record[at + 2]!;
    if (record.toString("latin1", at, at + 2) === "NM")
      return record.toString("utf8", at + 5, at + length);
    at += length;
  }
  throw new Error("no Rock Ridge name");
}

/** Modes and contents of a cpio archive of the format `newc`, by path; folders hold nothing. */
export function readCpio(archive: Uint8Array) {
  const bytes = Buffer.from(archive);
  const files = new Map<string, { mode: number; body: Buffer }>();
  for (let at = 0; ; ) {
    const field = (index: number) =>
      parseInt(
        bytes.toString("latin1", at + 6 + index * 8, at + 14 + index * 8),
        16,
      );
    if (bytes.toString("latin1", at, at + 6) !== "070701")
      throw new Error(`no header at ${at}`);
    const name = bytes.toString("utf8", at + 110, at + 110 + field(11) - 1);
    const start = four(at + 110 + field(11));
    if (name === "TRAILER!!!") return files;
    const body = bytes.subarray(start, start + field(6));
    files.set(name, { mode: field(1), body });
    at = four(start + field(6));
  }
}

const four = (offset: number) => Math.ceil(offset / 4) * 4;
