import type { IgnitionConfig, IgnitionStruct, Path } from "@/lib/butane";

export interface EntryValues {
  disk: IgnitionStruct<"Disk">;
  raid: IgnitionStruct<"Raid">;
  luks: IgnitionStruct<"Luks">;
  filesystem: IgnitionStruct<"Filesystem">;
  user: IgnitionStruct<"PasswdUser">;
  group: IgnitionStruct<"PasswdGroup">;
  directory: IgnitionStruct<"Directory">;
  file: IgnitionStruct<"File">;
  link: IgnitionStruct<"Link">;
  unit: IgnitionStruct<"Unit">;
  dropin: IgnitionStruct<"Dropin">;
  argument: string;
  ignition: unknown;
}

export type EntryType = keyof EntryValues;

/** One thing that a config sets up. */
export type Entry = {
  readonly [Type in EntryType]: {
    readonly type: Type;
    readonly name: string;
    /** The unit of a drop-in; `absent` for an argument that has to go. */
    readonly of?: string;
    readonly value: EntryValues[Type];
    readonly path: Path;
  };
}[EntryType];

export type EntryOf<Type extends EntryType> = Extract<Entry, { type: Type }>;

/** Everything a config sets up, one by one, so that two configs can be compared without missing anything. */
export function entriesOf(config: IgnitionConfig): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const add = (entry: Entry) => {
    const id = idOf(entry.type, entry.name, entry.of);
    // No rule of Ignition forbids a drop-in or an argument to come twice.
    let free = id;
    while (entries.has(free)) free += "'";
    entries.set(free, entry);
  };
  const all = <Type extends EntryType>(
    type: Type,
    at: Path,
    list: readonly EntryValues[Type][] | undefined,
    nameOf: (value: EntryValues[Type]) => string | undefined,
  ) =>
    list?.forEach((value, index) =>
      add({
        type,
        name: nameOf(value) ?? "",
        value,
        path: [...at, index],
      } as Entry),
    );
  const { storage = {}, passwd = {}, systemd = {} } = config;
  all("disk", ["storage", "disks"], storage.disks, (one) => one.device);
  all("raid", ["storage", "raid"], storage.raid, (one) => one.name);
  all("luks", ["storage", "luks"], storage.luks, (one) => one.name);
  all(
    "filesystem",
    ["storage", "filesystems"],
    storage.filesystems,
    (one) => one.device,
  );
  all("group", ["passwd", "groups"], passwd.groups, (one) => one.name);
  all("user", ["passwd", "users"], passwd.users, (one) => one.name);
  all(
    "directory",
    ["storage", "directories"],
    storage.directories,
    (one) => one.path,
  );
  all("file", ["storage", "files"], storage.files, (one) => one.path);
  all("link", ["storage", "links"], storage.links, (one) => one.path);
  systemd.units?.forEach((unit, index) =>
    addUnit(unit, ["systemd", "units", index], add),
  );
  const { shouldExist = [], shouldNotExist = [] } =
    config.kernelArguments ?? {};
  all(
    "argument",
    ["kernelArguments", "shouldExist"],
    shouldExist,
    (one) => one,
  );
  shouldNotExist.forEach((name, index) =>
    add({
      type: "argument",
      name,
      of: "absent",
      value: name,
      path: ["kernelArguments", "shouldNotExist", index],
    }),
  );
  for (const [name, value] of Object.entries(config.ignition ?? {}))
    add({ type: "ignition", name, value, path: ["ignition", name] });
  return entries;
}

function addUnit(
  unit: EntryValues["unit"],
  at: Path,
  add: (entry: Entry) => void,
): void {
  const { dropins = [], ...own } = unit;
  const name = unit.name ?? "";
  // A unit that is named for its drop-ins only says nothing about itself.
  if (Object.keys(own).length > 1 || dropins.length === 0)
    add({ type: "unit", name, value: own, path: at });
  dropins.forEach((dropin, index) =>
    add({
      type: "dropin",
      name: dropin.name ?? "",
      of: name,
      value: dropin,
      path: [...at, "dropins", index],
    }),
  );
}

/** What an entry is known by on both sides: `dropin a.service/10-a.conf`, where `of` is the unit that the drop-in belongs to. */
export function idOf(type: EntryType, name: string, of = ""): string {
  return of === "" ? `${type} ${name}` : `${type} ${of}/${name}`;
}
