import {
  createDocument,
  draftEntries,
  itemsAt,
  textAt,
  valueAt,
  type OpenDocument,
  type PlainValue,
} from "@/lib/butane";
import { sameData } from "@/lib/same";
import type { NodeUser } from "../../preset";
import type { ReadContext } from "../../section";
import { accountKeys, composeUser, sudoFile } from "./compose";
import { membership, present, recorded } from "./groups";
import type { NodeGroup, UserAccount } from "./value";

/** Users of a document; one that writes what it did before comes back as it was typed. */
export function readUsers({
  document,
  prior,
  written,
}: ReadContext): NodeUser[] {
  // A user that an extension needs is that extension's, unless somebody chose it here as well.
  const theirs = namesIn(written, "passwd.users");
  const names = document.entriesOf("passwd.users").map(({ key }) => key);
  return [...new Set(names)].flatMap((name) => {
    const known = prior.users.users.find((user) => user.name === name);
    if (name === "" || (theirs.has(name) && !known)) return [];
    const user = readUser(document, name, known);
    if (!known) return user;
    const same = sameData(known, user) || writes(known) === writes(user);
    return same ? known : user;
  });
}

function namesIn(written: ReadContext["written"], wanted: string): Set<string> {
  return new Set(
    written.filter(({ list }) => list === wanted).map(({ key }) => key),
  );
}

/** Equal where two users are the same, whatever was chosen twice or typed and not written. */
function writes({ groups, ...user }: NodeUser): string {
  const document = createDocument({ variant: "", version: "" });
  composeUser({ ...user, groups: [...new Set(groups)] }, [], document);
  return JSON.stringify(draftEntries(document));
}

function readUser(
  document: OpenDocument,
  name: string,
  known: NodeUser | undefined,
): NodeUser {
  const [entry] = document.named("passwd.users", name);
  const own = texts(itemsAt(entry?.value, "groups"));
  const records = [...recorded].filter(
    (group) =>
      document.named("storage.files", membership(name, group)).length > 0,
  );
  const groups = [...own.filter((group) => !recorded.has(group)), ...records];
  const order = (group: string) => known?.groups.indexOf(group) ?? -1;
  return {
    name,
    keys: texts(itemsAt(entry?.value, "ssh_authorized_keys")),
    passwordHash: textAt(entry?.value, "password_hash") ?? "",
    groups: groups.sort((one, other) => order(one) - order(other)),
    ...readAccount(entry?.value),
    ...(isSudoer(document, name) ? { sudo: true } : {}),
  };
}

function readAccount(value: PlainValue | undefined): UserAccount {
  const pairs = Object.entries(accountKeys).flatMap(
    ([field, key]): [string, string | true][] => {
      const found = valueAt(value, key);
      if (field === "uid")
        return typeof found === "number" ? [[field, String(found)]] : [];
      const isText = typeof found === "string" && found !== "";
      return isText || found === true ? [[field, found]] : [];
    },
  );
  return Object.fromEntries(pairs) as UserAccount;
}

function isSudoer(document: OpenDocument, name: string): boolean {
  const { path, contents } = sudoFile(name);
  const [file] = document.named("storage.files", path);
  const text = textAt(file?.value, "contents", "inline");
  return text?.trimEnd() === contents.inline.trimEnd();
}

function texts(items: readonly PlainValue[]): string[] {
  return items.filter((item) => typeof item === "string");
}

/** Groups of a document that are not only there for a user to be in them. */
export function readGroups(
  { document, prior, written }: ReadContext,
  users: readonly NodeUser[],
): NodeGroup[] {
  const theirs = namesIn(written, "passwd.groups");
  const asked = new Set(
    users
      .flatMap(({ groups }) => groups)
      .filter((group) => !present.has(group) && !recorded.has(group)),
  );
  const known = new Map(prior.users.groups?.map((one) => [one.name, one]));
  const groups = document
    .entriesOf("passwd.groups")
    .flatMap(({ key, value }): NodeGroup[] => {
      const before = known.get(key);
      const group = readGroup(key, value);
      if (key === "" || (theirs.has(key) && !before)) return [];
      if (before && sameGroup(before, group)) return [before];
      const isBare = group.gid === undefined && !group.system;
      return isBare && asked.has(key) && !before ? [] : [group];
    });
  prior.users.groups?.forEach((group, index) => {
    if (group.name === "") groups.splice(index, 0, group);
  });
  return groups;
}

function readGroup(name: string, value: PlainValue): NodeGroup {
  const gid = valueAt(value, "gid");
  return {
    name,
    ...(typeof gid === "number" ? { gid: String(gid) } : {}),
    ...(valueAt(value, "system") === true ? { system: true } : {}),
  };
}

function sameGroup(one: NodeGroup, other: NodeGroup): boolean {
  return (
    (one.gid ?? "") === (other.gid ?? "") &&
    (one.system ?? false) === (other.system ?? false)
  );
}
