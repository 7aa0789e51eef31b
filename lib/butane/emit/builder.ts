import type { Path } from "../path";
import type {
  ButaneDocument,
  Contents,
  DirectoryEntry,
  DropinEntry,
  FileEntry,
  GroupEntry,
  LinkEntry,
  Owner,
  Placing,
  UnitEntry,
  UserEntry,
} from "./document";
import { join, sameTree } from "./join";
import {
  mapping,
  pairOf,
  scalar,
  sequence,
  type Tree,
  type TreeItem,
  type TreeMapping,
} from "./tree";

/** What stands at the top of a Butane document. */
export interface Header {
  readonly variant: string;
  readonly version: string;
}

/** The lists of a document under construction, each in the order its entries came. */
export interface Draft {
  readonly header: Header;
  readonly users: TreeItem[];
  readonly groups: TreeItem[];
  readonly directories: TreeItem[];
  readonly files: TreeItem[];
  readonly links: TreeItem[];
  readonly units: TreeItem[];
  readonly kernelArguments: TreeItem[];
}

/** Starts an empty document; what `put…` collects is written by `emit`. */
export function createDocument(header: Header): ButaneDocument & Draft {
  return new Builder(header);
}

class Builder implements ButaneDocument, Draft {
  readonly users: TreeItem[] = [];
  readonly groups: TreeItem[] = [];
  readonly directories: TreeItem[] = [];
  readonly files: TreeItem[] = [];
  readonly links: TreeItem[] = [];
  readonly units: TreeItem[] = [];
  readonly kernelArguments: TreeItem[] = [];

  constructor(readonly header: Header) {}

  putFile(file: FileEntry, placing: Placing = {}): void {
    const tree = mapping({
      path: scalar(file.path),
      mode: octal(file.mode),
      overwrite: optional(file.overwrite),
      user: owner(file.user),
      group: owner(file.group),
      contents: file.contents && contents(file.contents),
      append: file.append && sequence(file.append.map(contents)),
    });
    putOnce(this.files, tree, placing);
  }

  putDirectory(directory: DirectoryEntry, placing: Placing = {}): void {
    const tree = mapping({
      path: scalar(directory.path),
      mode: octal(directory.mode),
      overwrite: optional(directory.overwrite),
      user: owner(directory.user),
      group: owner(directory.group),
    });
    putOnce(this.directories, tree, placing);
  }

  putLink(link: LinkEntry, placing: Placing = {}): void {
    const tree = mapping({
      path: scalar(link.path),
      target: scalar(link.target),
      overwrite: optional(link.overwrite),
      hard: optional(link.hard),
    });
    putOnce(this.links, tree, placing);
  }

  putUnit(unit: UnitEntry, placing: Placing = {}): void {
    const tree = mapping({
      name: scalar(unit.name),
      enabled: optional(unit.enabled),
      mask: optional(unit.mask),
      contents: optional(unit.contents),
    });
    putNamed(this.units, tree, placing);
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
    putNamed(this.units, tree, originOnly(placing));
  }

  putUser(user: UserEntry, placing: Placing = {}): void {
    const tree = mapping({
      name: scalar(user.name),
      uid: optional(user.uid),
      gecos: optional(user.gecos),
      ssh_authorized_keys: strings(user.sshAuthorizedKeys),
      password_hash: optional(user.passwordHash),
      home_dir: optional(user.homeDir),
      no_create_home: optional(user.noCreateHome),
      primary_group: optional(user.primaryGroup),
      groups: strings(user.groups),
      no_user_group: optional(user.noUserGroup),
      shell: optional(user.shell),
      system: optional(user.system),
    });
    putNamed(this.users, tree, placing);
  }

  putGroup(group: GroupEntry, placing: Placing = {}): void {
    const tree = mapping({
      name: scalar(group.name),
      gid: optional(group.gid),
      system: optional(group.system),
    });
    putNamed(this.groups, tree, placing);
  }

  putKernelArgument(argument: string, placing: Placing = {}): void {
    putOnce(this.kernelArguments, scalar(argument), placing);
  }
}

/** Adds an entry unless the very same one is there. */
function putOnce(items: TreeItem[], tree: Tree, placing: Placing): void {
  if (!items.some((item) => sameTree(item.value, tree)))
    items.push(placed(tree, placing));
}

/** Adds an entry to the one of the same name, or as a new one where they contradict each other. */
function putNamed(
  items: TreeItem[],
  tree: TreeMapping,
  placing: Placing,
): void {
  const added = placed(tree, placing);
  const joined = items.some((item) => join(item, added, "once"));
  if (!joined) items.push(added);
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

function contents(one: Contents): Tree {
  return mapping({
    source: optional(one.source),
    inline: optional(one.inline),
    compression: optional(one.compression),
    verification:
      one.hash === undefined ? undefined : mapping({ hash: scalar(one.hash) }),
  });
}

function owner(one: Owner | undefined): Tree | undefined {
  if (!one) return undefined;
  return mapping(
    "name" in one ? { name: scalar(one.name) } : { id: scalar(one.id) },
  );
}

function octal(mode: number | undefined): Tree | undefined {
  return mode === undefined
    ? undefined
    : { kind: "scalar", value: mode, octal: true };
}

function optional(
  value: string | number | boolean | undefined,
): Tree | undefined {
  return value === undefined ? undefined : scalar(value);
}

function strings(values: readonly string[] | undefined): Tree | undefined {
  return values && values.length > 0 ? sequence(values.map(scalar)) : undefined;
}
