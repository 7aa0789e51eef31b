import { utf8 } from "@/lib/bytes";
import type { ImageFile } from "./image-file";

/**
 * A cpio archive of the format `newc`, the one that Linux unpacks as an initramfs: those files and the folders above them, owned by
 * root. Files are for root alone, because a config may hold secrets. The same files give the same bytes.
 */
export function cpio(files: readonly ImageFile[]): Uint8Array<ArrayBuffer> {
  const folders = new Set(
    files.flatMap(({ path }) =>
      path
        .split("/")
        .slice(0, -1)
        .map((_, index, all) => all.slice(0, index + 1).join("/")),
    ),
  );
  const parts: Uint8Array[] = [];
  let inode = 0;
  const add = (path: string, mode: number, links: number, body: Uint8Array) => {
    inode += 1;
    const name = utf8(`${path}\0`);
    const fields = [inode, mode, 0, 0, links, 0, body.length, 0, 0, 0, 0];
    const header = utf8(
      `070701${[...fields, name.length, 0].map(hex).join("")}`,
    );
    parts.push(padded(header, name), padded(body));
  };
  const empty = new Uint8Array();
  for (const path of folders) add(path, 0o040755, 2, empty);
  for (const { path, bytes } of files) add(path, 0o100600, 1, bytes);
  inode = -1;
  add("TRAILER!!!", 0, 1, empty);
  return joined(parts);
}

const hex = (value: number) => value.toString(16).padStart(8, "0");

/** The bytes one after the other, filled to a multiple of four. */
function padded(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = joined(parts);
  const out = new Uint8Array(Math.ceil(whole.length / 4) * 4);
  out.set(whole);
  return out;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(
    parts.reduce((sum, { length }) => sum + length, 0),
  );
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
