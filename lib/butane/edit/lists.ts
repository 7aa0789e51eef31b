import type { Draft } from "../emit";
import type { TreeItem } from "../emit/tree";
import { structs } from "../base/v0_8_exp/schema";
import { shapesOf, type ShapeField } from "../struct/shape";
import type { ListName } from "../emit/plain";

/** What is known of a list: where it stands, and what tells its entries apart. */
export interface List {
  readonly name: ListName;
  readonly path: readonly [string, string];
  /** The field that names an entry; an entry without fields is its own name. */
  readonly key?: "path" | "name";
  /** Whether a document may say more of an entry than a draft: these are built by several hands. */
  readonly shared?: true;
  items(draft: Draft): readonly TreeItem[];
}

/** Every list of a draft, in the order people read them. */
export const lists: readonly List[] = [
  {
    name: "passwd.users",
    path: ["passwd", "users"],
    key: "name",
    shared: true,
    items: (draft) => draft.users,
  },
  {
    name: "passwd.groups",
    path: ["passwd", "groups"],
    key: "name",
    shared: true,
    items: (draft) => draft.groups,
  },
  {
    name: "storage.directories",
    path: ["storage", "directories"],
    key: "path",
    items: (draft) => draft.directories,
  },
  {
    name: "storage.files",
    path: ["storage", "files"],
    key: "path",
    items: (draft) => draft.files,
  },
  {
    name: "storage.links",
    path: ["storage", "links"],
    key: "path",
    items: (draft) => draft.links,
  },
  {
    name: "systemd.units",
    path: ["systemd", "units"],
    key: "name",
    shared: true,
    items: (draft) => draft.units,
  },
  {
    name: "kernel_arguments.should_exist",
    path: ["kernel_arguments", "should_exist"],
    shared: true,
    items: (draft) => draft.kernelArguments,
  },
];

// The newest spec has every field of the older ones, and none has changed its type on the way.
export const config = shapesOf(structs).get("Config")!;

/** How the fields of a list's entries are read. */
export function fieldOf({ path: [section, name] }: List): ShapeField {
  return config.fields.get(section)!.shape!.fields.get(name)!;
}
