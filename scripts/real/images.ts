import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { programAt, ran } from "./programs";

export interface ImageWish {
  /** The NAME of NAME.raw. */
  readonly name: string;
  readonly version: string;
  readonly architecture: "x86-64" | "arm64";
  /** Lines of its extension-release; by default it fits every OS. */
  readonly release?: string;
  /** Another name for its extension-release file; null leaves it out. */
  readonly releaseName?: string | null;
  /** Whether it lies over /etc and not over /usr: it has its note there and no program. */
  readonly confext?: boolean;
  /** Units it ships, with their text. */
  readonly units?: Readonly<Record<string, string>>;
  /** Further programs, by their path in the image: each says the image's name and version, and does a line of shell before. */
  readonly programs?: Readonly<Record<string, string>>;
  /** Further files, by their path in the image. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Says its name and version; as a service it leaves them in a file, and a process that stays. */
const programText = (name: string, version: string, first = "") => `#!/bin/sh
${first}
[ "$1" = serve ] || exec echo ${name} ${version}
echo ${name} ${version} > /tmp/${name}.serving
sleep infinity &
`;

/** The program of an image says its name and version. */
export const programOf = (name: string) => `kindling-test-${name}`;

/**
 * A small squashfs image such as the bakery's: a program in /usr/bin, units, and the note of which systems it fits. Answers where
 * it lies.
 */
export function makeImage(folder: string, wish: ImageWish): string {
  const { name, version, architecture, units = {} } = wish;
  const file = join(folder, `${name}-${version}-${architecture}.raw`);
  if (existsSync(file)) return file;
  const tree = `${file}.tree`;
  rmSync(tree, { recursive: true, force: true });
  const put = (path: string, text: string, mode = 0o644) => {
    const full = join(tree, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text, { mode });
  };
  if (!wish.confext)
    put(`usr/bin/${programOf(name)}`, programText(name, version), 0o755);
  for (const [program, first] of Object.entries(wish.programs ?? {}))
    put(program, programText(name, version, first), 0o755);
  for (const [path, text] of Object.entries(wish.files ?? {})) put(path, text);
  for (const [unit, text] of Object.entries(units))
    put(`usr/lib/systemd/system/${unit}`, text);
  const releaseName = wish.releaseName === undefined ? name : wish.releaseName;
  if (releaseName !== null)
    put(
      `${wish.confext ? "etc" : "usr/lib"}/extension-release.d/extension-release.${releaseName}`,
      wish.release ?? `ID=_any\nARCHITECTURE=${architecture}\n`,
    );
  const made = ran(programAt("mksquashfs")!, [
    tree,
    file,
    ...["-all-root", "-noappend", "-quiet", "-no-progress"],
  ]);
  rmSync(tree, { recursive: true });
  if (made.status !== 0) throw new Error(`mksquashfs: ${made.output}`);
  return file;
}

export function sha256Of(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

/** What sysupdate reads of a folder: the hash of every image in it. */
export function sumsOf(
  folder: string,
  only: (file: string) => boolean,
): string {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".raw") && only(file))
    .sort()
    .map((file) => `${sha256Of(join(folder, file))}  ${file}\n`)
    .join("");
}
