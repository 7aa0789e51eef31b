import {
  createDocument,
  draftEntries,
  type ButaneDocument,
  type ListName,
  type OpenDocument,
  type Path,
} from "@/lib/butane";
import {
  diskEntry,
  filesystemEntry,
  luksEntry,
  raidEntry,
  type EntryKind,
} from "./entries";
import { composeVolumeGroup, readVolumeGroups } from "./lvm";
import { composeMount, readMounts } from "./mounts";
import { composeTpm2, readTpm2 } from "./tpm2";
import type { StorageValue } from "./value";

/** The fields of the section that are lists. */
export type ListField = Exclude<keyof StorageValue, "swap" | "iscsi">;

type ItemOf<Field extends ListField> = StorageValue[Field][number];

/** How the items of one list are written and read, each on its own. */
interface Part<Item> {
  compose(items: readonly Item[], document: ButaneDocument, at: Path): void;
  read(document: OpenDocument): readonly Item[];
}

export const parts: { readonly [Field in ListField]: Part<ItemOf<Field>> } = {
  disks: entries("storage.disks", diskEntry),
  raid: entries("storage.raid", raidEntry),
  luks: encrypted(),
  filesystems: entries("storage.filesystems", filesystemEntry),
  lvm: each(composeVolumeGroup, readVolumeGroups),
  mounts: each(composeMount, readMounts),
};

/** In the order they are written. */
export const listFields = Object.keys(parts) as readonly ListField[];

/** Writes the items of one list in their order; problems with them lead back to their place in it. */
export function composeList<Field extends ListField>(
  field: Field,
  value: StorageValue,
  document: ButaneDocument,
): void {
  const items = value[field] as readonly ItemOf<Field>[];
  if (items.length > 0)
    parts[field].compose(items, document, ["storage", field]);
}

/**
 * The items that a document shows. One that was there before and is written the same comes back as it was, and so does one that
 * writes nothing yet: somebody is still filling it in.
 */
export function readList<Field extends ListField>(
  field: Field,
  document: OpenDocument,
  before: StorageValue[Field],
): StorageValue[Field] {
  const part: Part<ItemOf<Field>> = parts[field];
  const found = part.read(document);
  if (before.length === 0) return found as StorageValue[Field];
  const form = (item: ItemOf<Field>) =>
    writtenBy((draft) => part.compose([item], draft, []));
  const known = (before as readonly ItemOf<Field>[]).map((item) => ({
    item,
    form: form(item),
  }));
  const shown = found.map((item) => {
    const own = form(item);
    const at = known.findIndex((one) => one.form === own);
    return at < 0 ? item : known.splice(at, 1)[0]!.item;
  });
  const silent = known.filter((one) => one.form === nothing);
  return [
    ...shown,
    ...silent.map(({ item }) => item),
  ] as unknown as StorageValue[Field];
}

/** Everything that is written, as text to compare. */
export function writtenBy(compose: (document: ButaneDocument) => void): string {
  const document = createDocument({ variant: "", version: "" });
  compose(document);
  return JSON.stringify(draftEntries(document));
}

const nothing = "[]";

function entries<Item>(list: ListName, kind: EntryKind<Item>): Part<Item> {
  return {
    compose: (items, document, at) =>
      items.forEach((item, index) => {
        const origin = [...at, index];
        document.putEntry(list, kind.toPlain(item), {
          origin,
          fields: kind.fields(item, origin),
        });
      }),
    read: (document) =>
      document.entriesOf(list).map(({ value }) => kind.fromPlain(value)),
  };
}

function encrypted(): Part<ItemOf<"luks">> {
  const part = entries("storage.luks", luksEntry);
  return {
    compose(items, document, at) {
      part.compose(items, document, at);
      composeTpm2(items, document, at);
    },
    read: (document) => readTpm2(part.read(document), document),
  };
}

function each<Item>(
  compose: (item: Item, document: ButaneDocument, at: Path) => void,
  read: (document: OpenDocument) => readonly Item[],
): Part<Item> {
  return {
    compose: (items, document, at) =>
      items.forEach((item, index) => compose(item, document, [...at, index])),
    read,
  };
}
