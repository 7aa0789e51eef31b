import { at, storage, testRules } from "./testing";

const link = { path: "/l", target: "/x" };
const owned = { user: { id: 1 }, group: { name: "g" } };
const links = "storage.links";

testRules([
  [storage({ links: [link] }), [], "an ordinary link"],
  [
    storage({ links: [{ path: "/l" }] }),
    at(`${links}.0.target`, "link-target-missing"),
    "a link to nothing",
  ],
  [
    storage({ links: [link], files: [{ path: "/l/a" }] }),
    at("storage.files.0", "file-below-link"),
    "a file below a link",
  ],
  [
    storage({ links: [link], files: [{ path: "/la" }] }),
    [],
    "a file beside it",
  ],
  [
    storage({ links: [link], directories: [{ path: "/l/a" }] }),
    at("storage.directories.0", "directory-below-link"),
    "a directory below a link",
  ],
  [
    storage({ links: [link, { path: "/l/m", target: "/y" }] }),
    at(`${links}.1`, "link-below-link"),
    "a link below a link",
  ],
  [
    storage({
      links: [{ path: "/l", target: "../d", hard: true }],
      directories: [{ path: "/d" }],
    }),
    at(`${links}.0`, "hard-link-to-directory"),
    "a hard link to a directory, as seen from the link",
  ],
  [
    storage({ links: [{ ...link, ...owned, hard: true }] }),
    [
      ...at(`${links}.0.user.id`, "hard-link-owner", "warning"),
      ...at(`${links}.0.group.name`, "hard-link-owner", "warning"),
    ],
    "a hard link has no owner of its own",
  ],
  [storage({ links: [{ ...link, ...owned }] }), [], "a symbolic one has"],
  [
    storage({
      disks: [{ device: "/dev/sda", partitions: [{ number: 1 }] }],
      filesystems: [{ device: "/dev/sda" }],
    }),
    at("storage.filesystems.0.device", "filesystem-over-partitions", "warning"),
    "a filesystem over partitions",
  ],
  [
    storage({
      disks: [{ device: "/dev/sda", wipeTable: true }],
      filesystems: [{ device: "/dev/sda" }],
    }),
    at(
      "storage.filesystems.0.device",
      "filesystem-wiped-with-table",
      "warning",
    ),
    "a filesystem on a disk that is wiped",
  ],
  [
    storage({
      disks: [{ device: "/dev/sda", wipeTable: true }],
      filesystems: [
        { device: "/dev/sda", format: "ext4", wipeFilesystem: true },
      ],
    }),
    [],
    "wiped on purpose",
  ],
]);
