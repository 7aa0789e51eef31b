import type { IgnitionStruct } from "@/lib/butane";
import { sameData } from "@/lib/same";
import { entryOf, valuesOf, type EntryChange } from "./changes";
import type { ChangeKind, Topic } from "./comparison";
import type { EntryType } from "./entries";
import { lineCounts } from "./line-counts";
import { inlineText } from "./steps/contents";
import { listed, quote } from "@/lib/words";
import { arrow, capital, octal } from "./words";

/** Where people look for an entry that no form wrote. */
export const topicOf: Readonly<Record<EntryType, Topic>> = {
  disk: "disks",
  raid: "disks",
  luks: "disks",
  filesystem: "disks",
  user: "users",
  group: "users",
  directory: "files",
  file: "files",
  link: "files",
  unit: "units",
  dropin: "units",
  argument: "boot",
  ignition: "boot",
};

const words: Readonly<Record<EntryType, string>> = {
  disk: "disk",
  raid: "RAID",
  luks: "encrypted volume",
  filesystem: "filesystem on",
  user: "user",
  group: "group",
  directory: "directory",
  file: "file",
  link: "link",
  unit: "unit",
  dropin: "drop-in",
  argument: "kernel argument",
  ignition: "Ignition’s",
};

/** An entry by its name: `file /etc/motd`. */
export function nameOf(change: EntryChange): string {
  const { type, name, of } = entryOf(change);
  const shown = quote(name, 120) || "without a name";
  if (type === "dropin") return `drop-in ${shown} of ${quote(of ?? "")}`;
  return `${words[type]} ${shown}`;
}

/** What became of an entry, as one sentence. */
export function entrySentence(change: EntryChange): string {
  const { type, of } = entryOf(change);
  const name = capital(nameOf(change));
  if (type === "argument" && of === "absent")
    return `${name} ${change.kind === "added" ? "has to be absent" : "may be there again"}`;
  return `${name} ${change.kind}`;
}

/** What exactly is another one within an entry, a line each. Contents that hold a secret are not looked into. */
export function entryDetails(change: EntryChange): string[] {
  if (change.kind !== "changed") return [...standing(change)];
  switch (entryOf(change).type) {
    case "file":
      return fileDetails(change);
    case "link": {
      const { before, after } = valuesOf("link", change);
      return before?.target === after?.target
        ? otherKeys(change)
        : [
            `leads to ${quote(after?.target ?? "", 120)} instead of ${quote(before?.target ?? "", 120)}`,
          ];
    }
    case "unit":
      return unitDetails(change);
    case "dropin":
      return textDetails(change, valuesOf("dropin", change));
    default:
      return otherKeys(change);
  }
}

/** What there is to say about an entry that is new or gone. */
function* standing(change: EntryChange): Generator<string> {
  const { after, before } = valuesOf("unit", change);
  const unit = after ?? before;
  if (unit?.mask) yield "masked";
  else if (unit?.enabled !== undefined)
    yield unit.enabled ? "enabled" : "disabled";
  const link = valuesOf("link", change).after;
  if (link) yield `leads to ${quote(link.target ?? "", 120)}`;
  const source = valuesOf("file", change).after?.contents?.source;
  if (source && !/^data:/i.test(source))
    yield `fetched from ${address(source)}`;
}

function fileDetails(change: EntryChange): string[] {
  const { before, after } = valuesOf("file", change);
  if (!before || !after) return [];
  const said = [
    ...contentsDetails(change, before, after),
    ...(before.mode === after.mode
      ? []
      : [`mode ${modeOf(before.mode)} → ${modeOf(after.mode)}`]),
  ];
  const others = otherKeys(change, ["contents", "mode"]);
  return [...said, ...others];
}

function contentsDetails(
  { secret }: EntryChange,
  before: IgnitionStruct<"File">,
  after: IgnitionStruct<"File">,
): string[] {
  if (sameData(before.contents, after.contents)) return [];
  if (secret) return ["other contents, which hold a secret"];
  const [old, now] = [before, after].map(({ contents }) =>
    inlineText(contents),
  );
  if (typeof old === "string" && typeof now === "string")
    return [
      old === now
        ? "the same contents, written in another way"
        : `contents: ${lineCounts(old, now)}`,
    ];
  const [from, to] = [before, after].map(
    ({ contents }) => contents?.source ?? "",
  );
  const remote = [from, to].some((one) => !/^(data:|$)/i.test(one!));
  if (from !== to && remote)
    return [fetchedFrom(shownSource(from!), shownSource(to!))];
  return [
    from === to ? "another hash, compression or header" : "other contents",
  ];
}

function fetchedFrom(before: string, after: string): string {
  return before === after
    ? `fetched from another address that begins with ${after}`
    : `fetched from ${arrow(before, after, "nowhere")}`;
}

function shownSource(source: string): string {
  return /^data:/i.test(source) ? "the config itself" : address(source);
}

/** An address without its query, which may be a key. */
function address(source: string): string {
  const [plain = ""] = source.split(/[?#]/);
  return quote(plain, 100);
}

function unitDetails(change: EntryChange): string[] {
  const values = valuesOf("unit", change);
  const state = (unit: typeof values.before) =>
    unit?.mask
      ? "masked"
      : unit?.enabled === undefined
        ? "left as it is"
        : unit.enabled
          ? "enabled"
          : "disabled";
  const [old, now] = [state(values.before), state(values.after)];
  return [
    ...(old === now ? [] : [arrow(old, now)]),
    ...textDetails(change, values),
  ];
}

function textDetails(
  { secret }: EntryChange,
  {
    before,
    after,
  }: {
    readonly before: { readonly contents?: string } | undefined;
    readonly after: { readonly contents?: string } | undefined;
  },
): string[] {
  const [old = "", now = ""] = [before?.contents, after?.contents];
  if (old === now) return [];
  if (secret) return ["other contents, which hold a secret"];
  return [`contents: ${lineCounts(old, now)}`];
}

/** The keys of an entry that are not the same; never their values, which may be anything. */
export function otherKeys(
  change: EntryChange,
  told: readonly string[] = [],
): string[] {
  const [old, now] = [change.before?.value, change.after?.value].map((value) =>
    typeof value === "object" && value !== null
      ? (value as Readonly<Record<string, unknown>>)
      : {},
  );
  const keys = [
    ...new Set([...Object.keys(now!), ...Object.keys(old!)]),
  ].filter((key) => !told.includes(key) && !sameData(old![key], now![key]));
  return keys.length > 0
    ? [`other ${listed(keys.map((key) => spoken[key] ?? key))}`]
    : [];
}

const spoken: Readonly<Record<string, string>> = {
  sshAuthorizedKeys: "SSH keys",
  passwordHash: "password",
  append: "appended text",
  wipeTable: "wiping of the table",
  wipeFilesystem: "wiping of the filesystem",
};

function modeOf(mode: number | bigint | undefined): string {
  return mode === undefined ? "not set" : octal(mode);
}

/** A short line for an entry below the sentence that it belongs to. */
export function entryLine(change: EntryChange): string {
  const verb: Readonly<Record<ChangeKind, string>> = {
    added: "adds",
    removed: "removes",
    changed: "changes",
  };
  const details = entryDetails(change);
  return `${verb[change.kind]} ${nameOf(change)}${details.length > 0 ? `: ${details.join(", ")}` : ""}`;
}
