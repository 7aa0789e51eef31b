import fc from "fast-check";
import {
  createDocument,
  type Draft,
  type Header,
  type ListName,
  type PlainValue,
} from "../../index";
import { lists } from "../lists";
import { anyText } from "./documents";

type Fields = Readonly<Record<string, PlainValue>>;

/** An entry before and after an edit: without a value before it is new, without one after it goes away. */
export interface Edited {
  readonly list: ListName;
  readonly before?: PlainValue;
  readonly after?: PlainValue;
}

/** What an edit does, whatever the document: numbers choose among what it finds. */
export interface Seed {
  readonly what: "text" | "rename" | "remove" | "add" | "mode" | "key" | "flag";
  readonly entry: number;
  readonly part: number;
  readonly text: string;
}

export const seeds: fc.Arbitrary<Seed[]> = fc.array(
  fc.record({
    what: fc.constantFrom(
      "text",
      "text",
      "rename",
      "remove",
      "add",
      "mode",
      "key",
      "flag",
    ),
    entry: fc.nat(50),
    part: fc.nat(20),
    text: anyText,
  }),
  { minLength: 1, maxLength: 3 },
);

/** Makes edits among the entries of a document, none of which is edited twice. */
export function editAll(
  entries: readonly { readonly list: ListName; readonly value: PlainValue }[],
  chosen: readonly Seed[],
): Edited[] {
  const edited: Edited[] = entries.map(({ list, value }) => ({
    list,
    before: value,
    after: value,
  }));
  const added: Edited[] = [];
  for (const seed of chosen) {
    const index = seed.entry % Math.max(1, edited.length);
    const one = edited[index];
    if (seed.what === "add" || !one) added.push(fresh(seed, added.length));
    else if (one.before === one.after) edited[index] = edit(one, seed);
  }
  return [...edited, ...added];
}

function edit(one: Edited, { what, part, text }: Seed): Edited {
  const value = one.after!;
  if (what === "remove") return { list: one.list, before: one.before! };
  if (typeof value === "string") return { ...one, after: `${value}x` };
  const fields = value as Fields;
  // What has no name has nothing to be renamed, and every text of it may change.
  const name = lists.find(({ name }) => name === one.list)!.key ?? "";
  switch (what) {
    case "rename":
      return name === ""
        ? one
        : { ...one, after: { ...fields, [name]: `${fields[name]}x` } };
    case "mode":
      return one.list === "storage.files" || one.list === "storage.directories"
        ? { ...one, after: { ...fields, mode: 0o600 + (part % 8) } }
        : one;
    case "key":
      return one.list === "passwd.users"
        ? { ...one, after: withKey(fields, part, text) }
        : one;
    case "flag":
      return withFlag(one, fields, part);
    default:
      return { ...one, after: withText(fields, name, part, text) };
  }
}

/** Turns a flag of an entry around, or counts a number of it up. */
function withFlag(one: Edited, fields: Fields, part: number): Edited {
  switch (one.list) {
    case "systemd.units":
      return { ...one, after: { ...fields, enabled: fields.enabled !== true } };
    case "storage.disks": {
      const partitions = [...((fields.partitions as Fields[]) ?? [])];
      if (part % 2) partitions.unshift({ number: 9, label: `new${part}` });
      else partitions.pop();
      const { partitions: _, ...rest } = fields;
      const left = partitions.length > 0 && { partitions };
      return { ...one, after: { ...rest, ...left } };
    }
    case "ignition.timeouts":
      return { ...one, after: { ...fields, http_total: 600 + part } };
    default:
      return one;
  }
}

function withKey(fields: Fields, part: number, text: string): Fields {
  const keys = [...((fields.ssh_authorized_keys as string[]) ?? [])];
  const key = `key ${text.length} ${part}`;
  if (part % 3 === 0) keys.push(key);
  else if (part % 3 === 1) keys[part % Math.max(1, keys.length)] = key;
  else keys.splice(part % Math.max(1, keys.length), 1);
  if (keys.length > 0) return { ...fields, ssh_authorized_keys: keys };
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => name !== "ssh_authorized_keys"),
  );
}

/** Changes one of the texts of an entry. */
function withText(
  fields: Fields,
  name: string,
  part: number,
  text: string,
): Fields {
  const count = { left: part % Math.max(1, textsIn(fields, name)) };
  return replaceText(fields, name, text, count) as Fields;
}

function textsIn(value: PlainValue, name: string): number {
  if (typeof value === "string") return 1;
  if (typeof value !== "object" || value === null) return 0;
  return Object.entries(value)
    .filter(([key]) => key !== name)
    .reduce((sum, [, one]) => sum + textsIn(one as PlainValue, "name"), 0);
}

function replaceText(
  value: PlainValue,
  name: string,
  text: string,
  count: { left: number },
): PlainValue {
  if (typeof value === "string") return count.left-- === 0 ? text : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value))
    return value.map((one: PlainValue) =>
      replaceText(one, "name", text, count),
    );
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      key === name ? one : replaceText(one as PlainValue, "name", text, count),
    ]),
  );
}

function fresh({ part, text }: Seed, count: number): Edited {
  const made: readonly Edited[] = [
    {
      list: "storage.files",
      after: { path: `/new/${count}`, mode: 0o644, contents: { inline: text } },
    },
    {
      list: "systemd.units",
      after: { name: `new-${count}.service`, enabled: true },
    },
    { list: "passwd.users", after: { name: `new${count}`, gecos: text } },
    { list: "storage.links", after: { path: `/link/${count}`, target: "/a" } },
    {
      list: "storage.disks",
      after: {
        device: `/dev/new${count}`,
        partitions: [{ number: 1, size_mib: part }],
      },
    },
    {
      list: "ignition.config.merge",
      after: { source: `https://new.example/${count}` },
    },
    { list: "kernel_arguments.should_exist", after: `new=${count}` },
    { list: "kernel_arguments.should_not_exist", after: `old=${count}` },
  ];
  return made[part % made.length]!;
}

/** The drafts before and after edits; an entry has the same origin in both. */
export function draftsOf(
  header: Header,
  edited: readonly Edited[],
): { readonly before: Draft; readonly after: Draft } {
  const [before, after] = [createDocument(header), createDocument(header)];
  for (const [index, one] of edited.entries()) {
    const placing = { origin: ["entry", index] };
    if (one.before !== undefined)
      before.putEntry(one.list, one.before, placing);
    if (one.after !== undefined) after.putEntry(one.list, one.after, placing);
  }
  return { before, after };
}
