import { itemsAt, valueAt, type Path, type PlainValue } from "@/lib/butane";
import { fieldsOf, fromPlain, toPlain, type Key } from "./keys";
import { measuredRegisters } from "./schema";
import type {
  Disk,
  EncryptedDevice,
  Filesystem,
  KeyFile,
  Partition,
  RaidArray,
} from "./value";

/** How the items of one of Butane's storage lists are written, read, and told about. */
export interface EntryKind<Item> {
  toPlain(item: Item): PlainValue;
  fromPlain(plain: PlainValue): Item;
  /** The field behind each part of what is written. */
  fields(item: Item, field: Path): readonly { at: Path; field: Path }[];
}

const partitionKeys: readonly Key<Partition>[] = [
  ["number", "number", "number"],
  ["label", "label", "text"],
  ["start_mib", "startMib", "number"],
  ["size_mib", "sizeMib", "number"],
  ["type_guid", "typeGuid", "text"],
  ["guid", "guid", "text"],
  ["wipe_partition_entry", "wipeEntry", "flag"],
  ["resize", "resize", "flag"],
  ["should_exist", "absent", "unless"],
];

const diskKeys: readonly Key<Omit<Disk, "partitions">>[] = [
  ["device", "device", "name"],
  ["wipe_table", "wipeTable", "flag"],
];

export const diskEntry: EntryKind<Disk> = {
  toPlain(disk) {
    const partitions = disk.partitions.map((one) =>
      toPlain(one, partitionKeys),
    );
    return {
      ...toPlain(disk, diskKeys),
      ...(partitions.length > 0 ? { partitions } : {}),
    };
  },
  fromPlain: (plain) => ({
    ...fromPlain(plain, diskKeys),
    partitions: itemsAt(plain, "partitions").map((one) =>
      fromPlain(one, partitionKeys),
    ),
  }),
  fields: (disk, field) => [
    ...fieldsOf(disk, diskKeys, [], field),
    ...disk.partitions.flatMap((partition, index) => {
      const at = ["partitions", index];
      const own = [...field, ...at];
      return [
        { at, field: own },
        ...fieldsOf(partition, partitionKeys, at, own),
      ];
    }),
  ],
};

export const raidEntry = simple<RaidArray>([
  ["name", "name", "name"],
  ["level", "level", "text"],
  ["devices", "devices", "words"],
  ["spares", "spares", "number"],
  ["options", "options", "words"],
]);

export const filesystemEntry = simple<Filesystem>([
  ["device", "device", "name"],
  ["format", "format", "text"],
  ["path", "path", "text"],
  ["label", "label", "text"],
  ["uuid", "uuid", "text"],
  ["wipe_filesystem", "wipe", "flag"],
  ["options", "options", "words"],
  ["mount_options", "mountOptions", "words"],
  ["with_mount_unit", "mountUnit", "flag"],
]);

function simple<Item>(keys: readonly Key<Item>[]): EntryKind<Item> {
  return {
    toPlain: (item) => toPlain(item, keys),
    fromPlain: (plain) => fromPlain(plain, keys),
    fields: (item, field) => fieldsOf(item, keys, [], field),
  };
}

type BareLuks = Omit<EncryptedDevice, "key" | "tpm2" | "pcrs">;

const luksKeys: readonly Key<BareLuks>[] = [
  ["name", "name", "name"],
  ["device", "device", "text"],
  ["label", "label", "text"],
  ["uuid", "uuid", "text"],
  ["wipe_volume", "wipe", "flag"],
  ["options", "options", "words"],
  ["discard", "discard", "flag"],
  ["open_options", "openOptions", "words"],
];

const keyKeys: readonly Key<Omit<KeyFile, "hash" | "headers">>[] = [
  ["inline", "inline", "text"],
  ["source", "source", "text"],
  ["compression", "compression", "text"],
];

const headerKeys: readonly Key<KeyFile["headers"][number]>[] = [
  ["name", "name", "name"],
  ["value", "value", "text"],
];

/** The entry alone: who unlocks the device is told by units. */
export const luksEntry: EntryKind<EncryptedDevice> = {
  toPlain(device) {
    const key = keyPlain(device.key);
    return {
      ...toPlain<BareLuks>(device, luksKeys),
      ...(Object.keys(key).length > 0 ? { key_file: key } : {}),
    };
  },
  fromPlain: (plain) => ({
    ...fromPlain(plain, luksKeys),
    key: keyOf(valueAt(plain, "key_file") ?? null),
    tpm2: "",
    pcrs: measuredRegisters,
  }),
  fields: (device, field) => [
    ...fieldsOf<BareLuks>(device, luksKeys, [], field),
    { at: ["key_file"], field: [...field, "key"] },
    ...fieldsOf(device.key, keyKeys, ["key_file"], [...field, "key"]),
    {
      at: ["key_file", "verification", "hash"],
      field: [...field, "key", "hash"],
    },
  ],
};

function keyPlain(key: KeyFile): Record<string, PlainValue> {
  const headers = key.headers.map((one) => toPlain(one, headerKeys));
  return {
    ...toPlain(key, keyKeys),
    ...(headers.length > 0 ? { http_headers: headers } : {}),
    ...(key.hash === "" ? {} : { verification: { hash: key.hash } }),
  };
}

function keyOf(plain: PlainValue): KeyFile {
  const hash = valueAt(plain, "verification", "hash");
  return {
    ...fromPlain(plain, keyKeys),
    hash: typeof hash === "string" ? hash : "",
    headers: itemsAt(plain, "http_headers").map((one) =>
      fromPlain(one, headerKeys),
    ),
  };
}
