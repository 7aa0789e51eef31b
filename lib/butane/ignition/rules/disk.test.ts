import { at, disk, storage, testRules } from "./testing";

testRules([
  [
    storage({ disks: [{}] }),
    at("storage.disks.0.device", "device-missing"),
    "no device",
  ],
  [
    storage({ disks: [{ device: "sda" }] }),
    at("storage.disks.0.device", "path-relative"),
    "a relative device",
  ],
  [disk({ number: 1 }, { number: 2 }), [], "two partitions"],
  [
    disk({ number: 1 }, { number: 1 }),
    [
      "error $.storage.disks.0.partitions.1 duplicate",
      "error $.storage.disks.0.partitions.1 partition-number-twice",
    ],
    "one number twice",
  ],
  [
    disk({ number: 1, label: "a" }, { number: 2, label: "a" }),
    at("storage.disks.0.partitions.1", "partition-label-twice"),
    "one label twice",
  ],
  [disk({ label: "a" }, { label: "b" }), [], "numbers of 0 are given later"],
  [
    disk({}),
    at("storage.disks.0.partitions.0", "partition-unnamed"),
    "neither number nor label",
  ],
  [
    disk(
      { number: 1, startMiB: 1, sizeMiB: 10 },
      { number: 2, startMiB: 10, sizeMiB: 5 },
    ),
    at("storage.disks.0.partitions.1", "partitions-overlap"),
    "the last MiB of one is the other's first",
  ],
  [
    disk(
      { number: 1, startMiB: 1, sizeMiB: 9 },
      { number: 2, startMiB: 10, sizeMiB: 5 },
    ),
    [],
    "side by side",
  ],
  [
    disk(
      { number: 1, startMiB: 1, sizeMiB: 100 },
      { number: 2, startMiB: 10, sizeMiB: 5 },
    ),
    at("storage.disks.0.partitions.1", "partitions-overlap"),
    "one inside the other",
  ],
  [
    disk(
      { number: 1, startMiB: 0, sizeMiB: 9 },
      { number: 2, startMiB: 0, sizeMiB: 5 },
    ),
    [],
    "a start of 0 is wherever there is room",
  ],
  [
    disk(
      { number: 1, startMiB: 5, sizeMiB: 0 },
      { number: 2, startMiB: 6, sizeMiB: 1 },
    ),
    [],
    "a size of 0 counts by its start alone",
  ],
  [
    disk({ label: "a" }, { number: 2, shouldExist: false }),
    at("storage.disks.0.partitions", "partition-absent-with-zero"),
    "numbers are given while one is removed",
  ],
  [
    disk({ number: 1, shouldExist: false, sizeMiB: 0 }),
    at("storage.disks.0.partitions.0", "partition-absent-with-others"),
    "a size for what shall not be",
  ],
  [
    disk({ number: 1, label: "x".repeat(37) }),
    at("storage.disks.0.partitions.0.label", "partition-label-long"),
    "37 bytes",
  ],
  [disk({ number: 1, label: "é".repeat(18) }), [], "36 bytes"],
  [
    disk({ number: 1, label: "é".repeat(19) }),
    at("storage.disks.0.partitions.0.label", "partition-label-long"),
    "38 bytes",
  ],
  [
    disk({ number: 1, label: "a:b" }),
    at("storage.disks.0.partitions.0.label", "partition-label-colon"),
    "a colon",
  ],
  [
    disk({ number: 1, guid: "x", typeGuid: "" }),
    at("storage.disks.0.partitions.0.guid", "guid-invalid"),
    "no GUID, and an empty one",
  ],
  [
    disk({ number: 1, guid: "01234567-89AB-cdef-EDCB-A98765432101" }),
    [],
    "a GUID in either case",
  ],
]);
