import { deflateSync, Zip, ZipPassThrough } from "fflate";

export interface ZippedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Packs files as they come and gives the archive in pieces: nothing of a file is kept but its name and its checksum. The same files give the
 * same bytes. At most 65,535 files fit.
 */
export function* zipped(files: Iterable<ZippedFile>): Generator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let size = 0;
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
    size += piece.length;
  });
  for (const { path, bytes } of files) {
    const entry = new DeflatedFile(path);
    zip.add(entry);
    entry.push(bytes, true);
    if (size < pieceSize) continue;
    yield joined(ready, size);
    [ready, size] = [[], 0];
  }
  zip.end();
  yield joined(ready, size);
}

// A message to another thread costs more than the bytes in it.
const pieceSize = 32 * 1024;

/** fflate's own makes a window of 96 KiB for every file; these are a few kilobytes. */
class DeflatedFile extends ZipPassThrough {
  override compression = 8;
  // The oldest date there is, in the format's local time: no clock and no zone shows in the bytes.
  override mtime = new Date(1980, 0, 1);

  protected override process(bytes: Uint8Array, final: boolean): void {
    this.ondata(null, deflateSync(bytes, { level: 6 }), final);
  }
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
