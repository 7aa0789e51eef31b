import type { IgnitionStruct } from "..";
import { at, storage, testRules } from "./testing";

const filesystem = (value: IgnitionStruct<"Filesystem">) =>
  storage({ filesystems: [{ device: "/dev/sda", ...value }] });

testRules([
  [filesystem({ format: "ext4", path: "/x" }), [], "an ordinary one"],
  [
    filesystem({ path: "x", format: "none" }),
    at("storage.filesystems.0.path", "path-relative"),
    "a relative path",
  ],
  [filesystem({ path: "", format: "" }), [], "an empty path is none"],
  [
    filesystem({ path: "/x" }),
    at("storage.filesystems.0.format", "format-missing"),
    "no format, yet a path",
  ],
  [
    filesystem({ mountOptions: ["ro"] }),
    at("storage.filesystems.0.format", "format-missing"),
    "no format, yet options",
  ],
  [filesystem({ wipeFilesystem: false }), [], "not wiping needs no format"],
  [
    filesystem({ format: "ext3" }),
    at("storage.filesystems.0.format", "format-unknown"),
    "an unknown format",
  ],
  [
    filesystem({ label: "x" }),
    [
      "error $.storage.filesystems.0.format format-missing",
      "error $.storage.filesystems.0.label label-without-format",
    ],
    "a label needs a format",
  ],
  [
    filesystem({ format: "xfs", label: "x".repeat(13) }),
    at("storage.filesystems.0.label", "filesystem-label-long"),
    "XFS takes 12",
  ],
  [filesystem({ format: "vfat", label: "x".repeat(11) }), [], "FAT takes 11"],
  [
    filesystem({ format: "none", label: "x".repeat(300) }),
    [],
    "no format, no limit",
  ],
  [
    filesystem({ options: ["a", "a"], format: "ext4" }),
    [],
    "options may repeat",
  ],
]);
