import type { NodeUser, Preset } from "@/lib/preset";
import type { ChangeKind, Difference } from "./comparison";
import { anyOf, claimOn, literally, type DraftDifference } from "./draft";
import { missing } from "./values";
import { listed, quote } from "@/lib/words";
import { count } from "./words";

interface Placed {
  readonly user: NodeUser;
  readonly index: number;
}

/** What is different about the users of two nodes. */
export function userDifferences(
  before: Preset,
  after: Preset,
): DraftDifference[] {
  const old = placed(before);
  const now = placed(after);
  return [
    ...now.flatMap((one) => {
      const twin = old.find(({ user }) => user.name === one.user.name);
      return twin ? changes(twin, one) : [whole("added", one, "after")];
    }),
    ...old
      .filter((one) => !now.some(({ user }) => user.name === one.user.name))
      .map((one) => whole("removed", one, "before")),
  ];
}

/** A name that comes twice is a mistake; the first of the two stands for it. */
function placed({ users: { users } }: Preset): Placed[] {
  return users
    .map((user, index) => ({ user, index }))
    .filter(
      ({ user, index }) =>
        users.findIndex(({ name }) => name === user.name) === index,
    );
}

function claimOf(one: Placed, twin?: Placed) {
  const name = literally(one.user.name);
  const at = ({ index }: Placed) => ["users", "users", index];
  return anyOf(
    claimOn({ after: at(one), before: at(twin ?? one) }),
    claimOn({
      ids: new RegExp(`^(user ${name}$|file \\/etc\\/userdb\\/${name}:)`),
    }),
  );
}

/** Every image has this user; a node only adds to it. */
const shipped = "core";

function whole(
  kind: ChangeKind & ("added" | "removed"),
  one: Placed,
  side: "before" | "after",
): DraftDifference {
  const { user, index } = one;
  const what = [
    ...(user.keys.length > 0 ? [count(user.keys.length, "SSH key")] : []),
    ...(user.passwordHash ? ["a password"] : []),
    ...(user.groups.length > 0 ? [`the groups ${namesOf(user.groups)}`] : []),
  ];
  const name = quote(user.name) || "without a name";
  const more = kind === "added" ? "more" : "fewer";
  const onlyKeys =
    user.name === shipped && user.keys.length > 0 && what.length === 1;
  return {
    kind: onlyKeys ? "changed" : kind,
    topic: "users",
    sentence: onlyKeys
      ? sentenceOfKeys(user.keys.length, more, name)
      : user.name === shipped
        ? `${shipped}: ${listed(what) || "nothing"} ${kind}`
        : `User ${name} ${kind}${what.length > 0 ? `, with ${listed(what)}` : ""}`,
    field: { side, path: ["users", "users", index] },
    claim: (change) =>
      change.field === undefined || change.field.side === side
        ? claimOf(one)(change)
        : 0,
  };
}

function changes(was: Placed, is: Placed): DraftDifference[] {
  const [old, now] = [was.user, is.user];
  const name = quote(now.name) || "without a name";
  const claim = claimOf(is, was);
  const about = (
    kind: ChangeKind,
    sentence: string,
    key: string,
  ): DraftDifference => ({
    kind,
    topic: "users",
    sentence,
    field: {
      side: "after",
      path: ["users", "users", is.index, key],
    } as Difference["field"],
    claim,
  });
  const more = missing(now.keys, old.keys);
  const fewer = missing(old.keys, now.keys);
  const joined = missing(now.groups, old.groups);
  const left = missing(old.groups, now.groups);
  return [
    ...(more.length > 0
      ? [about("added", sentenceOfKeys(more.length, "more", name), "keys")]
      : []),
    ...(fewer.length > 0
      ? [about("removed", sentenceOfKeys(fewer.length, "fewer", name), "keys")]
      : []),
    ...(old.passwordHash === now.passwordHash
      ? []
      : [
          about(
            "changed",
            passwordSentence(old.passwordHash, now.passwordHash, name),
            "passwordHash",
          ),
        ]),
    ...(joined.length > 0
      ? [about("added", `${name} joins ${namesOf(joined)}`, "groups")]
      : []),
    ...(left.length > 0
      ? [about("removed", `${name} leaves ${namesOf(left)}`, "groups")]
      : []),
  ];
}

function namesOf(groups: readonly string[]): string {
  return listed(groups.map((group) => quote(group) || "without a name"));
}

function sentenceOfKeys(keys: number, more: string, name: string): string {
  const [number, ...words] = count(keys, "SSH key").split(" ");
  return `${number === "one" ? "One" : number} ${words.join(" ")} ${more} for ${name}`;
}

function passwordSentence(before: string, after: string, name: string): string {
  if (before === "") return `${name} gets a password`;
  return after === ""
    ? `${name} loses the password`
    : `The password of ${name} is another one`;
}
