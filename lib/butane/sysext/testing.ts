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
} from "../emit/document";
import type { ListName, PlainValue } from "../emit/plain";
import { emitExtensions } from "./emit";
import type { ParamValue } from "./extension";
import type { ChosenImage, NodeExtensions } from "./node";
import type { WrittenEntry } from "./written";

interface Recorded<Entry> {
  readonly entry: Entry;
  readonly placing: Placing;
}

/** Keeps what is put into it, in order, for tests that look at single entries. */
export class RecordingDocument implements ButaneDocument {
  readonly files: Recorded<FileEntry>[] = [];
  readonly directories: Recorded<DirectoryEntry>[] = [];
  readonly links: Recorded<LinkEntry>[] = [];
  readonly units: Recorded<UnitEntry>[] = [];
  readonly dropins: Recorded<DropinEntry & { unit: string }>[] = [];
  readonly users: Recorded<UserEntry>[] = [];
  readonly groups: Recorded<GroupEntry>[] = [];
  readonly kernelArguments: Recorded<string>[] = [];
  readonly entries: Recorded<WrittenEntry>[] = [];

  putFile(entry: FileEntry, placing: Placing = {}): void {
    this.files.push({ entry, placing });
  }
  putDirectory(entry: DirectoryEntry, placing: Placing = {}): void {
    this.directories.push({ entry, placing });
  }
  putLink(entry: LinkEntry, placing: Placing = {}): void {
    this.links.push({ entry, placing });
  }
  putUnit(entry: UnitEntry, placing: Placing = {}): void {
    this.units.push({ entry, placing });
  }
  putDropin(unit: string, dropin: DropinEntry, placing: Placing = {}): void {
    this.dropins.push({ entry: { ...dropin, unit }, placing });
  }
  putUser(entry: UserEntry, placing: Placing = {}): void {
    this.users.push({ entry, placing });
  }
  putGroup(entry: GroupEntry, placing: Placing = {}): void {
    this.groups.push({ entry, placing });
  }
  putKernelArgument(entry: string, placing: Placing = {}): void {
    this.kernelArguments.push({ entry, placing });
  }
  putEntry(list: ListName, entry: PlainValue, placing: Placing = {}): void {
    this.entries.push({ entry: { list, value: entry }, placing });
  }

  /** The text of a file; `undefined` when there is none or it is fetched. */
  text(path: string): string | undefined {
    return this.files.find(({ entry }) => entry.path === path)?.entry.contents
      ?.inline;
  }
  link(path: string): LinkEntry | undefined {
    return this.links.find(({ entry }) => entry.path === path)?.entry;
  }
  file(path: string): FileEntry | undefined {
    return this.files.find(({ entry }) => entry.path === path)?.entry;
  }
  unit(name: string): UnitEntry | undefined {
    return this.units.find(({ entry }) => entry.name === name)?.entry;
  }
  dropin(unit: string, name: string): string | undefined {
    return this.dropins.find(
      ({ entry }) => entry.unit === unit && entry.name === name,
    )?.entry.contents;
  }
}

/** An extension as chosen, with everything a test does not care about filled in. */
export function chosen(
  over: Partial<ChosenImage> & { id: string },
): ChosenImage {
  return {
    version: "1.2.3",
    hash: "",
    updates: "none",
    activation: "reboot",
    keep: 3,
    params: {},
    ...over,
  };
}

/** A node with everything a test does not care about filled in. */
export function node(over: Partial<NodeExtensions>): NodeExtensions {
  return {
    chosen: [],
    builtinOff: [],
    bakery: "https://extensions.flatcar.org/extensions/",
    architecture: "x86-64",
    coordinator: "none",
    ...over,
  };
}

/** What a node's extensions write. */
export function emitted(over: Partial<NodeExtensions>): RecordingDocument {
  const document = new RecordingDocument();
  emitExtensions(document, node(over));
  return document;
}

/** A node with one extension and some of its parameters. */
export function only(
  id: string,
  params: Readonly<Record<string, ParamValue>> = {},
  over: Partial<ChosenImage> = {},
) {
  return emitted({ chosen: [chosen({ id, params, ...over })] });
}

/** A node with two extensions. */
export function both(one: ChosenImage, other: ChosenImage) {
  return emitted({ chosen: [one, other] });
}

/** The link that starts a unit on boot. */
export const wants = (unit: string) =>
  `/etc/systemd/system/multi-user.target.wants/${unit}`;
