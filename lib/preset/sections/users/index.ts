import type { NodeUser } from "../../preset";
import {
  closed,
  defineSection,
  text,
  texts as textList,
  type Schema,
} from "../../section";
import { firstFew, quote } from "../../words";
import { composeGroup, composeUser } from "./compose";
import { readGroups, readUsers } from "./read";

const flag: Schema = { type: "boolean" };

/** What most accounts do without is absent. */
const account = {
  uid: { ...text, description: "Digits." },
  gecos: text,
  primaryGroup: text,
  homeDir: text,
  shell: text,
  system: flag,
  noCreateHome: flag,
  noUserGroup: flag,
  noLogInit: flag,
  sudo: { ...flag, description: "sudo for everything, without a password." },
};

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
          ...account,
        },
        ["name"],
      ),
    },
    groups: {
      type: "array",
      items: closed({ name: text, gid: text, system: flag }, ["name"]),
    },
  }),
  initial: { users: [] },
  compose({ users, groups }, { document }) {
    groups?.forEach((group, index) =>
      composeGroup(group, ["users", "groups", index], document),
    );
    users.forEach((user, index) =>
      composeUser(user, ["users", "users", index], document),
    );
  },
  read(context) {
    const users = readUsers(context);
    const groups = readGroups(context, users);
    return { users, ...(groups.length > 0 ? { groups } : {}) };
  },
  describe: ({ users }) => {
    const sudoers = users.filter(({ sudo }) => sudo);
    return sudoers.length === 0
      ? []
      : [
          `gives sudo without a password to ${firstFew(sudoers.map(({ name }) => quote(name)))}`,
        ];
  },
  count: ({ users, groups }) => users.length + (groups?.length ?? 0),
  without: (value, fields) => {
    const of = (list: string, index: number) =>
      fields.filter(([, one, at]) => one === list && at === index);
    const groups = value.groups?.filter((_, index) => !of("groups", index)[0]);
    return {
      users: value.users.flatMap((user, index) =>
        withoutParts(
          user,
          of("users", index).map(([, , , field, at]) =>
            field === "groups" ? at : field === "sudo" ? "sudo" : false,
          ),
        ),
      ),
      ...(groups && groups.length > 0 ? { groups } : {}),
    };
  },
});

/** A user without some memberships, or without sudo; any other part takes the whole user along. */
function withoutParts(
  user: NodeUser,
  parts: readonly (string | number | false | undefined)[],
): NodeUser[] {
  if (parts.length === 0) return [user];
  if (parts.includes(false)) return [];
  const { sudo, ...rest } = user;
  return [
    {
      ...rest,
      ...(sudo === undefined || parts.includes("sudo") ? {} : { sudo }),
      groups: user.groups.filter((_, at) => !parts.includes(at)),
    },
  ];
}
