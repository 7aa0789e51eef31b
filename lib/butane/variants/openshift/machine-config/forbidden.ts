import type { Forbidden } from "../../../validate/forbidden";

/**
 * What the Machine Config Operator refuses from 4.13 on, or would not keep up to date on a running node.
 */
const forbidden4_13 = {
  "passwd.groups": "groups-unsupported",
  ...userFields([
    "gecos",
    "groups",
    "homeDir",
    "noCreateHome",
    "noLogInit",
    "noUserGroup",
    "primaryGroup",
    "shell",
    "shouldExist",
    "system",
    "uid",
  ]),
  "storage.directories": "directories-unsupported",
  "storage.files.append": "append-unsupported",
  "storage.files.contents.httpHeaders": "file-headers-unsupported",
  "storage.links": "links-unsupported",
} as const satisfies Forbidden;

const forbidden4_10 = {
  ...forbidden4_13,
  ...userFields(["passwordHash"]),
} as const satisfies Forbidden;

const forbidden4_8 = {
  ...forbidden4_10,
  // What is written in the document may leave an empty one behind, which does no harm.
  "storage.files.contents.compression": {
    code: "file-compression-unsupported",
    unlessEmpty: true,
  },
} as const satisfies Forbidden;

const forbidden4_14 = {
  ...forbidden4_13,
  kernelArguments: "machine-kernel-arguments-unsupported",
} as const satisfies Forbidden;

export { forbidden4_10, forbidden4_13, forbidden4_14, forbidden4_8 };

function userFields(keys: readonly string[]): Forbidden {
  return Object.fromEntries(
    keys.map((key) => [`passwd.users.${key}`, "user-field-unsupported"]),
  );
}
