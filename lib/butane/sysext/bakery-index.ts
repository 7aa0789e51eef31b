import type { Release } from "./catalogue";
import type { Checksum } from "./checksums";
import type { Architecture, Extension } from "./extension";
import { extensionById } from "./extensions";
import { compareVersions } from "./version";

/** What a bakery's index offers of the extensions that are known here. */
export interface BakeryIndex {
  /** Newest first; an extension of which the index has nothing is absent. */
  readonly releases: Readonly<Record<string, readonly Release[]>>;
  /** How many images it has of them, both architectures counted. */
  readonly images: number;
  /** Names that are no image of a known extension, in the order of the index. */
  readonly others: readonly string[];
  /** Images that stand there with two different hashes; they are offered without one. */
  readonly contradictions: readonly string[];
}

interface ImageName {
  readonly id: string;
  readonly version: string;
  readonly architecture: Architecture;
}

/**
 * Reads the names of a bakery's `SHA256SUMS` as releases. A name is `ID-VERSION-ARCH.raw`, where the extension's own
 * pattern says what a version is: `docker-compose-2.34.0-arm64.raw` is no `docker`. The bakery's lists hold some lines
 * more than once, because they are joined from those of the single releases.
 */
export function readBakeryIndex(sums: readonly Checksum[]): BakeryIndex {
  const found = new Map<string, Map<string, Map<Architecture, string>>>();
  const others: string[] = [];
  const contradictions = new Set<string>();
  let images = 0;
  for (const { name, hash } of sums) {
    const image = parseImageName(name);
    if (!image || !hash.startsWith("sha256-")) {
      others.push(name);
      continue;
    }
    const versions = within(found, image.id);
    const hashes = within(versions, image.version);
    const before = hashes.get(image.architecture);
    if (before === undefined) images += 1;
    else if (before !== hash) contradictions.add(name);
    hashes.set(image.architecture, contradictions.has(name) ? "" : hash);
  }
  const releases = [...found]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, versions]) => [id, releasesFrom(versions)] as const);
  return {
    releases: Object.fromEntries(releases),
    images,
    others,
    contradictions: [...contradictions],
  };
}

function within<Key, Inner>(
  map: Map<string, Map<Key, Inner>>,
  key: string,
): Map<Key, Inner> {
  const inner = map.get(key) ?? new Map<Key, Inner>();
  map.set(key, inner);
  return inner;
}

function releasesFrom(
  versions: ReadonlyMap<string, ReadonlyMap<Architecture, string>>,
): Release[] {
  return [...versions]
    .sort(([one], [other]) => compareVersions(other, one))
    .map(([version, hashes]) => {
      const known = (["x86-64", "arm64"] as const)
        .map((architecture) => [architecture, hashes.get(architecture)])
        .filter(([, hash]) => hash);
      return {
        version,
        ...(known.length > 0 ? { hashes: Object.fromEntries(known) } : {}),
      };
    });
}

/** Which extension and version a file is; `null` for anything but an image of a bakery extension that is known here. */
export function parseImageName(name: string): ImageName | null {
  const [, stem, architecture] = /^(.+)-(x86-64|arm64)\.raw$/.exec(name) ?? [];
  if (!stem) return null;
  // From the longest id on: a shorter one may begin like it.
  for (let at = stem.lastIndexOf("-"); at > 0; ) {
    const id = stem.slice(0, at);
    const version = stem.slice(at + 1);
    if (isVersionOf(extensionById(id), version))
      return { id, version, architecture: architecture as Architecture };
    at = stem.lastIndexOf("-", at - 1);
  }
  return null;
}

function isVersionOf(extension: Extension | undefined, version: string) {
  if (extension?.kind !== "bakery" || version.length > 64) return false;
  return new RegExp(extension.versionPattern ?? "^$").test(version);
}
