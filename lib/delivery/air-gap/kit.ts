import { hasLogin, withoutLogin } from "../login";
import { shellWord } from "../quote";
import { placeInMirror } from "./address";
import type { Fetch } from "./fetch";
import { mirrorFunctions } from "./mirror-functions";

/** A file that a mirror has to have. */
export interface MirrorFile {
  /** Below the mirror's root. */
  readonly path: string;
  readonly url: string;
  readonly hash?: string;
  readonly gzip?: true;
  /** Set where it is not had without headers, which a script must not hold: they are secrets. */
  readonly headers?: true;
}

/** The files of a mirror for what a node fetches; servers that are asked and addresses in texts are none. Each has a place of its own. */
export function mirrorFiles(fetches: readonly Fetch[]): MirrorFile[] {
  const taken = new Map<string, MirrorFile>();
  for (const file of wantedFiles(fetches)) {
    const other = inTheWay(taken, file);
    const saysMore = other?.path === file.path && !other.hash && file.hash;
    if (!other || saysMore) taken.set(file.path, file);
  }
  return [...taken.values()];
}

/** A file that cannot be in the same mirror as another one. */
export interface Crowded {
  readonly url: string;
  readonly other: string;
}

/** Files whose place is that of another one, or that would need a folder where another one is a file. */
export function crowdedFiles(fetches: readonly Fetch[]): Crowded[] {
  const taken = new Map<string, MirrorFile>();
  const found = new Map<string, Crowded>();
  for (const file of wantedFiles(fetches)) {
    const other = inTheWay(taken, file);
    if (!other) taken.set(file.path, file);
    else if (!isSameFile(file, other))
      found.set(file.url, { url: file.url, other: other.url });
  }
  return [...found.values()];
}

function inTheWay(
  taken: ReadonlyMap<string, MirrorFile>,
  { path }: MirrorFile,
): MirrorFile | undefined {
  for (const [place, other] of taken)
    if (`${place}/`.startsWith(`${path}/`) || path.startsWith(`${place}/`))
      return other;
  return undefined;
}

/** With and without the s of https, and whoever logs in, it is the same file, unless hashes say otherwise. */
function isSameFile(one: MirrorFile, other: MirrorFile): boolean {
  return (
    one.path === other.path &&
    (!one.hash || !other.hash || one.hash === other.hash)
  );
}

function wantedFiles(fetches: readonly Fetch[]): MirrorFile[] {
  return fetches
    .filter(({ kind }) => !["os-updates", "named", "config"].includes(kind))
    .flatMap(({ url, kind, signed, hash, gzip, headers }) => {
      const path = placeInMirror(url);
      // A list of newer images is made of the images that are there, unless it has to be the signed one.
      if (path === null || (kind === "updates" && !signed)) return [];
      const file: MirrorFile = {
        path,
        url,
        ...(hash ? { hash } : {}),
        ...(gzip ? { gzip } : {}),
        ...(headers ? { headers } : {}),
      };
      return kind === "updates"
        ? [file, { path: `${path}.gpg`, url: `${url}.gpg` }]
        : [file];
    });
}

/** Hashes of a mirror's files, for `sha256sum -c`; a file whose hash nobody knows, or is of what is inside, has no line. */
export function mirrorSums(fetches: readonly Fetch[]): string {
  return mirrorFiles(fetches)
    .filter(({ hash, gzip }) => hash?.startsWith("sha256-") && !gzip)
    .map(({ hash, path }) => `${hash!.slice("sha256-".length)}  ${path}\n`)
    .join("");
}

/** Images that updates begin with, by the folder in the mirror that newer ones are looked for in. */
function updateFolders(fetches: readonly Fetch[]): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const { kind, url, extension, signed } of fetches) {
    if (kind !== "updates" || signed) continue;
    const folder = placeInMirror(url)?.replace(/\/?SHA256SUMS$/, "");
    if (!folder) continue;
    const images = fetches
      .filter((one) => one.kind === "image" && one.extension === extension)
      .flatMap((one) => placeInMirror(one.url) ?? []);
    folders.set(folder, images);
  }
  return folders;
}

/**
 * A shell script that fills a folder with everything a node fetches, compares the hashes that are known, and writes the lists that
 * systemd-sysupdate reads. Run again, it fetches only what is missing. Logins in addresses are not part of it, as it is handed around:
 * curl takes them from the netrc file of whoever runs it.
 */
export function mirrorScript(fetches: readonly Fetch[], node: string): string {
  const files = mirrorFiles(fetches);
  const known = files.filter(
    ({ url, headers }) => !headers && /^(?:https?|ftp|tftp):/i.test(url),
  );
  const others = files.filter((file) => !known.includes(file));
  return [
    head(node),
    ...known.map(getLine),
    ...others.map(
      ({ path, url }) =>
        `by_hand ${shellWord(path)} ${shellWord(withoutLogin(url))}\n`,
    ),
    ...[...updateFolders(fetches)].map(
      ([folder, images]) =>
        `list ${[folder, ...images].map(shellWord).join(" ")}\n`,
    ),
    '[ -z "$missing" ]\n',
  ].join("");
}

function getLine({ path, url, hash, gzip }: MirrorFile): string {
  const words = [path, withoutLogin(url), hash ?? []].flat().map(shellWord);
  const login = hasLogin(url) ? "with_login " : "";
  return `${login}get ${words.join(" ")}${hash && gzip ? " gzip" : ""}\n`;
}

function head(node: string): string {
  const name = node.replace(/[^\w. -]+/g, "") || "this node";
  return `#!/bin/sh
# Fills a folder with everything that ${name} fetches: sh mirror.sh [FOLDER]
# Serve the folder at the mirror's address. A second run fetches what is missing.
# A login is not in here: curl takes it from ~/.netrc, or from the file that NETRC names, where it has a line
# machine HOST login USER password PASSWORD
set -eu
folder=\${1:-mirror}
mkdir -p "$folder"
cd "$folder"
missing=
login=

${mirrorFunctions}
`;
}
