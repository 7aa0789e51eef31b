import type { Path } from "../../path";
import { error, type Entry, warning } from "../../report";
import type { IgnitionStruct } from "../types";
import { joinPath } from "../../file-path";
import type { Rule } from "./rule";

type Storage = IgnitionStruct<"Storage">;
type Link = IgnitionStruct<"Link">;

/** What entries of the section do to each other. */
export const storage: Rule<"Storage"> = (value, at) => {
  const links = value.links ?? [];
  const below = entriesBelowLinks(value, at);
  const directories = pathsOf(value.directories);
  return [
    ...(below.get("directories") ?? []).flat(),
    ...(below.get("files") ?? []).flat(),
    ...links.flatMap((link, index) => [
      ...(below.get("links")?.[index] ?? []),
      ...target(link, directories, [...at, "links", index]),
    ]),
    ...overwrittenDisks(value, at),
  ];
};

/** Before 3.3, a link may have no target; a hard one then leads to where it stands itself. */
export const storageWithEmptyTargets: Rule<"Storage"> = (value, at, traits) => [
  ...storage(value, at, traits).filter(
    ({ code }) => code !== "link-target-missing",
  ),
  ...hardLinksToThemselves(value, at),
];

function hardLinksToThemselves(value: Storage, at: Path): Entry[] {
  const directories = pathsOf(value.directories);
  return (value.links ?? []).flatMap((link, index) =>
    link.target ? [] : hardLink(link, directories, [...at, "links", index]),
  );
}

const belowCodes = {
  directories: "directory-below-link",
  files: "file-below-link",
  links: "link-below-link",
};

type Nodes = keyof typeof belowCodes;

/**
 * So many entries of one code are made at most. A thousand links of one path make a thousand entries for each file below
 * them; all of these refuse the config, so that the last ones add nothing.
 */
const MOST_ENTRIES = 100_000;

interface Node {
  /** A link's ends in a slash: what is below begins with that. */
  readonly path: string;
  readonly list: Nodes;
  readonly index: number;
  readonly isLink: boolean;
}

/**
 * For every list what is said of its nodes that stand below a link.
 *
 * In the order of their paths, a link comes right before all that is below it, so that one pass finds them; to compare
 * every node with every link would take quadratic time.
 */
function entriesBelowLinks(
  value: Storage,
  at: Path,
): Map<Nodes, readonly Entry[][]> {
  const found = new Map<Nodes, Entry[][]>();
  const links = value.links ?? [];
  if (links.length === 0) return found;
  const nodes: Node[] = links.map(({ path = "" }, index) => ({
    ...{ path: `${path}/`, list: "links", index, isLink: true },
  }));
  for (const list of ["directories", "files", "links"] as const) {
    const entries = value[list] ?? [];
    found.set(
      list,
      entries.map(() => []),
    );
    entries.forEach(({ path = "" }, index) =>
      nodes.push({ path, list, index, isLink: false }),
    );
  }
  nodes.sort((one, other) =>
    one.path < other.path ? -1 : one.path > other.path ? 1 : 0,
  );
  let count = 0;
  const above: Node[] = [];
  for (const node of nodes) {
    while (above.length > 0 && !node.path.startsWith(above.at(-1)!.path)) {
      above.pop();
    }
    if (node.isLink) {
      above.push(node);
      continue;
    }
    count += above.length;
    if (count > MOST_ENTRIES) break;
    const place = [...at, node.list, node.index];
    for (const { path } of above.toSorted((a, b) => a.index - b.index)) {
      const link = path.slice(0, -1);
      const entry = error(belowCodes[node.list], place, { link });
      found.get(node.list)![node.index]!.push(entry);
    }
  }
  return found;
}

interface Directories {
  /** How often each path stands among them. */
  readonly counts: ReadonlyMap<string, number>;
  /** How many entries may still be made. */
  left: number;
}

function pathsOf(directories: Storage["directories"]): Directories {
  const counts = new Map<string, number>();
  for (const { path = "" } of directories ?? []) {
    counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  return { counts, left: MOST_ENTRIES };
}

function target(link: Link, directories: Directories, at: Path): Entry[] {
  if (!link.target) return [error("link-target-missing", [...at, "target"])];
  return hardLink(link, directories, at);
}

function hardLink(link: Link, directories: Directories, at: Path): Entry[] {
  if (!link.hard) return [];
  const whole = joinPath(link.path ?? "", link.target ?? "");
  const length = Math.min(directories.counts.get(whole) ?? 0, directories.left);
  directories.left -= length;
  return [
    ...Array.from({ length }, () => error("hard-link-to-directory", at)),
    ...hardLinkOwner(link, at),
  ];
}

/** A hard link shares the owner of the file it names, so one of its own is ignored. */
function hardLinkOwner({ user, group }: Link, at: Path): Entry[] {
  const given: [unknown, Path][] = [
    [user?.id, [...at, "user", "id"]],
    [user?.name, [...at, "user", "name"]],
    [group?.id, [...at, "group", "id"]],
    [group?.name, [...at, "group", "name"]],
  ];
  return given
    .filter(([value]) => value !== undefined)
    .map(([, path]) => warning("hard-link-owner", path));
}

function overwrittenDisks({ disks, filesystems }: Storage, at: Path): Entry[] {
  if (!disks || !filesystems) return [];
  const byDevice = new Map(disks.map((disk) => [disk.device ?? "", disk]));
  return filesystems.flatMap((filesystem, index) => {
    const disk = byDevice.get(filesystem.device ?? "");
    const path = [...at, "filesystems", index, "device"];
    if (disk?.partitions?.length) {
      return [warning("filesystem-over-partitions", path)];
    }
    const wiped = disk?.wipeTable && !filesystem.wipeFilesystem;
    return wiped ? [warning("filesystem-wiped-with-table", path)] : [];
  });
}
