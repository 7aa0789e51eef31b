import { closed, text, texts, type Schema } from "../../section";
import type { StorageValue } from "./value";

const word: Schema = { ...text, default: "" };
const flag: Schema = { type: "boolean", default: false };
const whole: Schema = { type: "integer", default: 0 };
const mib: Schema = { ...whole, description: "MiB." };

export const measuredRegisters = "4+7+8+9+11+12+13";
export const usualSwapFile = "/var/vm/swapfile1";

const partition = closed({
  number: whole,
  label: word,
  sizeMib: mib,
  startMib: mib,
  typeGuid: word,
  guid: word,
  resize: flag,
  absent: flag,
  wipeEntry: flag,
});

const key = closed({
  inline: { ...word, writeOnly: true },
  source: word,
  compression: word,
  hash: word,
  headers: list(closed({ name: word, value: { ...word, writeOnly: true } })),
});

const luks = closed(
  {
    name: text,
    device: word,
    label: word,
    uuid: word,
    wipe: flag,
    key,
    options: texts,
    discard: flag,
    openOptions: texts,
    tpm2: {
      type: "string",
      enum: ["", "any", "measured"],
      default: "",
      description:
        "Who unlocks it in place of the key file: the TPM as it is, or only after a measured boot.",
    },
    pcrs: { ...text, default: measuredRegisters },
  },
  ["name"],
);

const filesystem = closed(
  {
    device: text,
    format: word,
    path: word,
    label: word,
    uuid: word,
    wipe: flag,
    mountUnit: flag,
    options: texts,
    mountOptions: texts,
  },
  ["device"],
);

const volume = closed({ name: text, size: word, format: word, path: word }, [
  "name",
]);

export const schema = closed({
  disks: list(
    closed({ device: text, wipeTable: flag, partitions: list(partition) }, [
      "device",
    ]),
  ),
  raid: list(
    closed(
      {
        name: text,
        level: word,
        devices: texts,
        spares: whole,
        options: texts,
      },
      ["name"],
    ),
  ),
  luks: list(luks),
  filesystems: list(filesystem),
  lvm: list(
    closed({ name: text, devices: texts, volumes: list(volume) }, ["name"]),
  ),
  mounts: list(
    closed({
      what: word,
      where: word,
      type: { ...text, default: "nfs" },
      options: word,
    }),
  ),
  swap: closed({
    fileMib: mib,
    filePath: { ...text, default: usualSwapFile },
    zram: flag,
    zramSize: word,
    swappiness: word,
  }),
  iscsi: closed({
    enabled: flag,
    initiator: word,
    isnsAddress: word,
    isnsPort: whole,
    username: word,
    password: { ...word, writeOnly: true },
  }),
});

export const initial: StorageValue = {
  disks: [],
  raid: [],
  luks: [],
  filesystems: [],
  lvm: [],
  mounts: [],
  swap: {
    fileMib: 0,
    filePath: usualSwapFile,
    zram: false,
    zramSize: "",
    swappiness: "",
  },
  iscsi: {
    enabled: false,
    initiator: "",
    isnsAddress: "",
    isnsPort: 0,
    username: "",
    password: "",
  },
};

function list(items: Schema): Schema {
  return { type: "array", items, default: [] };
}
