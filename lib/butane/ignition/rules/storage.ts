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
  const prefixes = links.map(({ path = "" }) => `${path}/`);
  return [
    ...belowLinks("directories", value.directories, prefixes, at),
    ...belowLinks("files", value.files, prefixes, at),
    ...links.flatMap((link, index) => [
      ...belowLink("links", link, prefixes, [...at, "links", index]),
      ...target(link, value.directories ?? [], [...at, "links", index]),
    ]),
    ...overwrittenDisks(value, at),
  ];
};

/** Before 3.3, a link may have no target; a hard one then leads to where it stands itself. */
export const storageWithEmptyTargets: Rule<"Storage"> = (value, at, traits) => [
  ...storage(value, at, traits).filter(
    ({ code }) => code !== "link-target-missing",
  ),
  ...(value.links ?? []).flatMap((link, index) =>
    link.target
      ? []
      : hardLink(link, value.directories ?? [], [...at, "links", index]),
  ),
];

function belowLinks(
  key: keyof typeof belowCodes,
  nodes: readonly { readonly path?: string }[] | undefined,
  prefixes: readonly string[],
  at: Path,
): Entry[] {
  if (!nodes || prefixes.length === 0) return [];
  return nodes.flatMap((node, index) =>
    belowLink(key, node, prefixes, [...at, key, index]),
  );
}

const belowCodes = {
  directories: "directory-below-link",
  files: "file-below-link",
  links: "link-below-link",
};

function belowLink(
  key: keyof typeof belowCodes,
  { path = "" }: { readonly path?: string },
  prefixes: readonly string[],
  at: Path,
): Entry[] {
  return prefixes
    .filter((prefix) => path.startsWith(prefix))
    .map((prefix) => error(belowCodes[key], at, { link: prefix.slice(0, -1) }));
}

function target(
  link: Link,
  directories: readonly IgnitionStruct<"Directory">[],
  at: Path,
): Entry[] {
  if (!link.target) return [error("link-target-missing", [...at, "target"])];
  return hardLink(link, directories, at);
}

function hardLink(
  link: Link,
  directories: readonly IgnitionStruct<"Directory">[],
  at: Path,
): Entry[] {
  if (!link.hard) return [];
  const whole = joinPath(link.path ?? "", link.target ?? "");
  return [
    ...directories
      .filter(({ path = "" }) => path === whole)
      .map(() => error("hard-link-to-directory", at)),
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
