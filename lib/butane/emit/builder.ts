import type { Path } from "../path";
import type {
  ButaneDocument,
  DirectoryEntry,
  DropinEntry,
  FileEntry,
  GroupEntry,
  LinkEntry,
  Placing,
  UnitEntry,
  UserEntry,
} from "./document";
import {
  directoryTree,
  fileTree,
  groupTree,
  linkTree,
  unitTree,
  userTree,
} from "./entry-trees";
import { join, joinStruct, sameTree, textOf } from "./join";
import { listNamed, lists } from "./lists";
import type { ListName, PlainValue } from "./plain";
import { plainTree } from "./plain-tree";
import {
  mapping,
  pairOf,
  scalar,
  type Tree,
  type TreeItem,
  type TreeMapping,
} from "./tree";

/** What stands at the top of a Butane document. */
export interface Header {
  readonly variant: string;
  readonly version: string;
}

/** A document under construction: the entries of each list in the order they came. */
export interface Draft {
  readonly header: Header;
  readonly lists: Readonly<Record<ListName, TreeItem[]>>;
}

/** Starts an empty document; what `put…` collects is written by `emit`. */
export function createDocument(header: Header): ButaneDocument & Draft {
  return new Builder(header);
}

class Builder implements ButaneDocument, Draft {
  readonly lists = Object.fromEntries(
    lists.map(({ name }) => [name, []]),
  ) as unknown as Record<ListName, TreeItem[]>;

  constructor(readonly header: Header) {}

  putFile(file: FileEntry, placing: Placing = {}): void {
    putOnce(this.lists["storage.files"], fileTree(file), placing);
  }

  putDirectory(directory: DirectoryEntry, placing: Placing = {}): void {
    putOnce(
      this.lists["storage.directories"],
      directoryTree(directory),
      placing,
    );
  }

  putLink(link: LinkEntry, placing: Placing = {}): void {
    putOnce(this.lists["storage.links"], linkTree(link), placing);
  }

  putUnit(unit: UnitEntry, placing: Placing = {}): void {
    putNamed(this.lists["systemd.units"], unitTree(unit), placing);
  }

  putDropin(unit: string, dropin: DropinEntry, placing: Placing = {}): void {
    const one = mapping({
      name: scalar(dropin.name),
      contents: scalar(dropin.contents),
    });
    const dropins = {
      kind: "sequence" as const,
      items: [placed(one, placing)],
    };
    const tree = mapping({ name: scalar(unit), dropins });
    // The reason belongs to the drop-in; the unit only holds it.
    putNamed(this.lists["systemd.units"], tree, originOnly(placing));
  }

  putUser(user: UserEntry, placing: Placing = {}): void {
    putNamed(this.lists["passwd.users"], userTree(user), placing);
  }

  putGroup(group: GroupEntry, placing: Placing = {}): void {
    putNamed(this.lists["passwd.groups"], groupTree(group), placing);
  }

  putKernelArgument(argument: string, placing: Placing = {}): void {
    putOnce(
      this.lists["kernel_arguments.should_exist"],
      scalar(argument),
      placing,
    );
  }

  putEntry(list: ListName, value: PlainValue, placing: Placing = {}): void {
    const tree = plainTree(value);
    const items = this.lists[list];
    const { shared, single } = listNamed(list);
    if (tree?.kind === "mapping" && shared)
      putNamed(items, tree, placing, single ? joinStruct : join);
    else if (tree) putOnce(items, tree, placing);
  }
}

/** Adds an entry unless the very same one is there. */
function putOnce(items: TreeItem[], tree: Tree, placing: Placing): void {
  const alike = namesakes(items, nameOf(tree, ["path", "name", "device"]));
  if (alike.some((item) => sameTree(item.value, tree))) return;
  const added = placed(tree, placing);
  items.push(added);
  alike.push(added);
}

/** Adds an entry to the one of the same name, or as a new one where they contradict each other. */
function putNamed(
  items: TreeItem[],
  tree: TreeMapping,
  placing: Placing,
  joins: typeof join = join,
): void {
  const alike = namesakes(items, nameOf(tree, ["name"]));
  const added = placed(tree, placing);
  if (alike.some((item) => joins(item, added, "once"))) return;
  items.push(added);
  alike.push(added);
}

/** The entries of a list by name: a node may have thousands of files, and each is compared with its like alone. */
const byName = new WeakMap<TreeItem[], Map<string, TreeItem[]>>();

function namesakes(items: TreeItem[], name: string): TreeItem[] {
  const names = byName.get(items) ?? new Map<string, TreeItem[]>();
  const alike = names.get(name) ?? [];
  byName.set(items, names.set(name, alike));
  return alike;
}

/** Equal for equal entries, and for those that may be joined. */
function nameOf(tree: Tree, fields: readonly string[]): string {
  if (tree.kind !== "mapping") return textOf(tree) ?? "";
  return fields
    .map((field) => textOf(pairOf(tree, field)?.value) ?? "")
    .join("\n");
}

function placed(tree: Tree, placing: Placing): TreeItem {
  for (const { at, field } of placing.fields ?? []) setOrigin(tree, at, field);
  return {
    value: tree,
    ...(placing.comment ? { comment: placing.comment } : {}),
    ...(placing.origin ? { origin: placing.origin } : {}),
  };
}

function setOrigin(tree: Tree, at: Path, field: Path): void {
  const [key, ...rest] = at;
  const member =
    tree.kind === "mapping"
      ? pairOf(tree, String(key))
      : tree.kind === "sequence"
        ? tree.items[Number(key)]
        : undefined;
  if (!member) return;
  if (rest.length === 0) member.origin = field;
  else setOrigin(member.value, rest, field);
}

function originOnly({ origin }: Placing): Placing {
  return origin ? { origin } : {};
}
