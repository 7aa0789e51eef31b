import type { ButaneDocument, Path } from "@/lib/butane";
import type { NodeUser } from "../preset";
import { closed, defineSection, text, texts } from "../section";

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
          keys: texts,
          passwordHash: { ...text, default: "", writeOnly: true },
          groups: texts,
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
});

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
        path: `/etc/userdb/${user.name}:${group}.membership`,
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
