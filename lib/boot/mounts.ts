import type { IgnitionConfig, IgnitionStruct } from "@/lib/butane";
import { modes, root, type NodeFolderFile, type Put } from "./node-file";

type Filesystem = IgnitionStruct<"Filesystem">;

/**
 * Folders that the image has before Ignition mounts anything: `initrd-setup-root` of Flatcar's bootengine makes them, and
 * `ignition-mount.service` waits for it.
 */
const ofImage = [
  ...["/etc", "/home", "/home/core", "/media", "/mnt", "/oem", "/opt"],
  ...["/root", "/srv", "/usr", "/var", "/var/lib"],
];

/**
 * Where filesystems are mounted while Ignition writes, as its stage for mounts leaves it (`mountFs` in
 * internal/exec/stages/mount/mount.go): those with a path, but for swap and what has no format, parents first; folders that lead
 * there are made with 0755. Seen is the top of what is mounted, as mkfs makes it on a device that is empty or wiped.
 *
 * Answers the folders that the stage has made itself (`NotateMkdirAll` in internal/exec/util/util.go), which the homes of accounts
 * are told by.
 */
export function putMounts(
  { storage = {} }: IgnitionConfig,
  put: Put,
): ReadonlySet<string> {
  const there = new Set(ofImage);
  const made = new Set<string>();
  const mounts = (storage.filesystems ?? [])
    .map((filesystem, index) => ({ filesystem, index }))
    .filter(({ filesystem }) => isMounted(filesystem))
    .sort(
      (one, other) =>
        depthOf(one.filesystem.path!) - depthOf(other.filesystem.path!),
    );
  for (const { filesystem, index } of mounts) {
    const path = filesystem.path!;
    for (const folder of leadingTo(path))
      if (!there.has(folder)) {
        there.add(folder);
        made.add(folder);
        put({
          kind: "directory",
          path: folder,
          mode: modes.directory,
          ...root,
        });
      }
    // What is mounted hides what was there; at / it is the same root filesystem once more.
    for (const one of there) if (one.startsWith(`${path}/`)) there.delete(one);
    for (const one of topOf(filesystem))
      put({ ...one, from: ["storage", "filesystems", index] });
  }
  return made;
}

function isMounted({ path, format }: Filesystem): boolean {
  return Boolean(path && format) && format !== "swap" && format !== "none";
}

/** The folder that a filesystem is seen at, and what a new one of its kind has in it: mke2fs makes `lost+found`. */
function topOf(filesystem: Filesystem): NodeFolderFile[] {
  const { path = "", format, device, wipeFilesystem } = filesystem;
  const kept = wipeFilesystem ? "" : ", which is kept where it is there";
  const top: NodeFolderFile = {
    kind: "directory",
    path,
    mode: modes.directory,
    ...ownerOfTop(filesystem),
    note: `the ${format} on ${device}${kept}`,
  };
  if (format !== "ext4") return [top];
  const lost = `${path === "/" ? "" : path}/lost+found`;
  return [top, { kind: "directory", path: lost, mode: 0o700, ...root }];
}

/** `mke2fs -E root_owner=UID:GID` (mke2fs(8)); else the root account has made it. */
function ownerOfTop({ format, options = [] }: Filesystem) {
  const [, user, group] =
    /(?:^|[\s,])(?:-E)?root_owner=(\d+):(\d+)/.exec(options.join(" ")) ?? [];
  return format === "ext4" && user
    ? { user: Number(user), group: Number(group) }
    : root;
}

/** A path and the folders above it, the outermost first: `/a`, `/a/b`. */
function leadingTo(path: string): string[] {
  const names = path.split("/").filter(Boolean);
  return names.map((_, index) => `/${names.slice(0, index + 1).join("/")}`);
}

const depthOf = (path: string) => leadingTo(path).length;
