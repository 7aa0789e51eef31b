import { defineSection } from "../../section";
import { describe } from "./describe";
import { composeIscsi, readIscsi } from "./iscsi";
import { composeList, listFields, readList, writtenBy } from "./parts";
import { initial, schema } from "./schema";
import { composeSwap, readSwap } from "./swap";
import type { Iscsi, Swap } from "./value";
import { without } from "./without";

export const storage = defineSection({
  id: "storage",
  title: "Storage",
  group: "system",
  schema,
  initial,
  compose(value, { document }) {
    for (const field of listFields) composeList(field, value, document);
    composeSwap(value.swap, document);
    composeIscsi(value.iscsi, document);
  },
  read({ document, prior: { storage } }) {
    return {
      disks: readList("disks", document, storage.disks),
      raid: readList("raid", document, storage.raid),
      luks: readList("luks", document, storage.luks),
      filesystems: readList("filesystems", document, storage.filesystems),
      lvm: readList("lvm", document, storage.lvm),
      mounts: readList("mounts", document, storage.mounts),
      swap: shown(readSwap(document), storage.swap, swapForm),
      iscsi: shown(readIscsi(document), storage.iscsi, iscsiForm),
    };
  },
  without,
  count: (value) =>
    listFields.reduce((sum, field) => sum + value[field].length, 0) +
    Number(value.swap.fileMib > 0) +
    Number(value.swap.zram) +
    Number(value.swap.swappiness !== "") +
    Number(value.iscsi.enabled),
  describe,
});

/** What was read, or what it was before where that is written the same: a field that writes nothing keeps what was typed. */
function shown<Value>(
  found: Value,
  before: Value,
  form: (value: Value) => string,
): Value {
  return found === before || form(found) === form(before) ? before : found;
}

const swapForm = (swap: Swap) =>
  writtenBy((document) => composeSwap(swap, document));
const iscsiForm = (iscsi: Iscsi) =>
  writtenBy((document) => composeIscsi(iscsi, document));
