import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** What an empty page of this Next version loads, measured the same way, in bytes. */
export const emptyPage = 135_189;

/**
 * The JavaScript that the composer's page asks for before anything is clicked: its script tags, each as gzip. The
 * `nomodule` polyfill is left out, because no browser of today loads it.
 */
export function firstLoad(root) {
  const page = join(root, ".next/server/app/index.html");
  if (!existsSync(page)) return undefined;
  const tags = readFileSync(page, "utf8").match(/<script\b[^>]*>/g) ?? [];
  const paths = tags
    .filter((tag) => !/\snomodule\b/i.test(tag))
    .map((tag) => /\ssrc="\/_next\/([^"?]+)/.exec(tag)?.[1])
    .filter((path) => path !== undefined);
  return [...new Set(paths)].reduce(
    (sum, path) =>
      sum + gzipSync(readFileSync(join(root, ".next", path))).length,
    0,
  );
}
