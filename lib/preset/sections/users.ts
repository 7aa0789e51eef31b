import {
  itemsAt,
  textAt,
  type ButaneDocument,
  type OpenDocument,
  type Path,
  type PlainValue,
} from "@/lib/butane";
import type { NodeUser } from "../preset";
import { closed, defineSection, text, texts as textList } from "../section";

// Groups of the read-only image: usermod, which Ignition calls, cannot add anyone to them, so membership is a record of its own.
const recorded: ReadonlySet<string> = new Set([
  "sudo",
  "docker",
  "systemd-journal",
  "incus-admin",
]);
// Groups that are there for Ignition to add members to; any other has to be made first, or the first boot stops.
const present: ReadonlySet<string> = new Set([
  ...[
    "root",
    "bin",
    "daemon",
    "sys",
    "adm",
    "tty",
    "disk",
    "lp",
    "kmem",
    "wheel",
    "audio",
    "cdrom",
    "video",
    "users",
  ],
  ...["portage", "core", "input", "kvm", "render"],
]);

export const users = defineSection({
  id: "users",
  title: "Users and keys",
  group: "node",
  schema: closed({
    users: {
      type: "array",
      items: closed(
        {
          name: text,
          keys: textList,
          passwordHash: { ...text, default: "", writeOnly: true },
          groups: textList,
        },
        ["name"],
      ),
    },
  }),
  initial: { users: [] },
  compose({ users }, { document }) {
    users.forEach((user, index) =>
      composeUser(user, ["users", "users", index], document),
    );
  },
  read({ document, prior, written }) {
    // A user that an extension needs is that extension's, unless somebody chose it here as well.
    const theirs = new Set(
      written
        .filter(({ list }) => list === "passwd.users")
        .map(({ key }) => key),
    );
    const names = document.entriesOf("passwd.users").map(({ key }) => key);
    const users = [...new Set(names)].flatMap((name) => {
      const known = prior.users.users.find((user) => user.name === name);
      if (name === "" || (theirs.has(name) && !known)) return [];
      const user = readUser(document, name, known);
      return known && sameUser(known, user) ? known : user;
    });
    return { users };
  },
  count: ({ users }) => users.length,
  without: ({ users }, fields) => ({
    users: users.flatMap((user, index) => {
      const own = fields.filter(([, , at]) => at === index);
      const groups = own.map(([, , , field, at]) => field === "groups" && at);
      return groups.includes(false)
        ? []
        : {
            ...user,
            groups: user.groups.filter((_, at) => !groups.includes(at)),
          };
    }),
  }),
});

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
  };
}

function texts(items: readonly PlainValue[]): string[] {
  return items.filter((item) => typeof item === "string");
}

/** Equal but for what is written once however often it was chosen. */
function sameUser(one: NodeUser, other: NodeUser): boolean {
  const set = (list: readonly string[]) => [...new Set(list)].join("\n");
  return (
    one.passwordHash === other.passwordHash &&
    one.keys.join("\n") === other.keys.join("\n") &&
    set(one.groups) === set(other.groups)
  );
}

function composeUser(user: NodeUser, at: Path, document: ButaneDocument): void {
  const own = user.groups.filter((group) => !recorded.has(group));
  document.putUser(
    {
      name: user.name,
      sshAuthorizedKeys: user.keys,
      ...(user.passwordHash ? { passwordHash: user.passwordHash } : {}),
      groups: own,
    },
    {
      origin: at,
      fields: [
        { at: ["name"], field: [...at, "name"] },
        ...user.keys.map((_, index) => ({
          at: ["ssh_authorized_keys", index],
          field: [...at, "keys", index],
        })),
        { at: ["password_hash"], field: [...at, "passwordHash"] },
        ...own.map((group, index) => ({
          at: ["groups", index],
          field: [...at, "groups", user.groups.indexOf(group)],
        })),
      ],
    },
  );
  user.groups.forEach((group, index) => {
    if (!recorded.has(group)) {
      if (!present.has(group))
        document.putGroup(
          { name: group },
          { origin: [...at, "groups", index] },
        );
      return;
    }
    document.putFile(
      {
        path: membership(user.name, group),
        mode: 0o644,
        contents: { inline: " " },
      },
      {
        comment: `${group} is a group of the image, where usermod cannot add members.`,
        origin: [...at, "groups", index],
      },
    );
  });
}

/** Where it is written down that a user belongs to a group of the image. */
function membership(user: string, group: string): string {
  return `/etc/userdb/${user}:${group}.membership`;
}
