import { at, disk, file, storage, testRules, units } from "./rules/testing";

testRules([
  [
    storage({ files: [{ path: "/a" }], directories: [{ path: "/a" }] }),
    at("storage.files.0", "duplicate"),
    "a path is a file or a directory",
  ],
  [
    storage({ files: [{ path: "/a" }], links: [{ path: "/a", target: "/b" }] }),
    at("storage.links.0", "duplicate"),
    "or a link",
  ],
  [
    units({ name: "a.service" }, { name: "a.service" }),
    at("systemd.units.1", "duplicate"),
    "a unit twice",
  ],
  [
    { passwd: { users: [{ name: "a", sshAuthorizedKeys: ["k", "k"] }] } },
    at("passwd.users.0.sshAuthorizedKeys.1", "duplicate"),
    "a key twice",
  ],
  [
    { passwd: { users: [{ name: "a" }], groups: [{ name: "a" }] } },
    [],
    "a user and a group of one name",
  ],
  [
    { kernelArguments: { shouldExist: ["a"], shouldNotExist: ["a"] } },
    at("kernelArguments.shouldNotExist.0", "duplicate"),
    "wanted and not wanted",
  ],
  [
    file({ append: [{ source: "data:,a" }, { source: "data:,a" }] }),
    [],
    "the same may be appended again",
  ],
  [
    disk({ label: "a" }, { number: 1, label: "a" }),
    at("storage.disks.0.partitions.1", "partition-label-twice"),
    "a number goes before a label",
  ],
  [
    { ignition: { proxy: { noProxy: ["a", "a"] } } },
    at("ignition.proxy.noProxy.1", "duplicate"),
    "a host twice",
  ],
]);
