import type { ListName } from "./plain";

/** What is known of a list: where it stands, and what tells its entries apart. */
export interface List {
  readonly name: ListName;
  readonly path: readonly string[];
  /** The field that names an entry; an entry without fields is its own name, and one of a list without names has none. */
  readonly key?: "path" | "name" | "device";
  /** Whether a document may say more of an entry than a draft: these are built by several hands. */
  readonly shared?: true;
  /** A struct of which there is one: its only entry has no name. */
  readonly single?: true;
}

/** Every list of a document, in the order people read them. */
export const lists: readonly List[] = [
  list("ignition.config.replace", { single: true }),
  list("ignition.config.merge", {}),
  list("ignition.timeouts", { single: true, shared: true }),
  list("ignition.security.tls.certificate_authorities", {}),
  list("ignition.proxy", { single: true, shared: true }),
  list("passwd.users", { key: "name", shared: true }),
  list("passwd.groups", { key: "name", shared: true }),
  list("storage.disks", { key: "device" }),
  list("storage.raid", { key: "name" }),
  list("storage.luks", { key: "name" }),
  list("storage.filesystems", { key: "device" }),
  list("storage.directories", { key: "path" }),
  list("storage.files", { key: "path" }),
  list("storage.links", { key: "path" }),
  list("systemd.units", { key: "name", shared: true }),
  list("kernel_arguments.should_exist", { shared: true }),
  list("kernel_arguments.should_not_exist", { shared: true }),
];

function list(name: ListName, rest: Omit<List, "name" | "path">): List {
  return { name, path: name.split("."), ...rest };
}

const byName = new Map(lists.map((one) => [one.name, one]));

/** What is known of the list of a name; every `ListName` has one. */
export function listNamed(name: ListName): List {
  return byName.get(name)!;
}
