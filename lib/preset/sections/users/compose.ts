import type { ButaneDocument, FileEntry, Path, UserEntry } from "@/lib/butane";
import type { NodeUser } from "../../preset";
import { membership, present, recorded } from "./groups";
import type { NodeGroup, UserAccount } from "./value";

/**
 * Writes a user, with a record for each group of the image and an entry for each group that has to be made first. `at`
 * is its path in the preset.
 */
export function composeUser(
  user: NodeUser,
  at: Path,
  document: ButaneDocument,
): void {
  const own = user.groups.filter((group) => !recorded.has(group));
  document.putUser(
    {
      name: user.name,
      sshAuthorizedKeys: user.keys,
      ...(user.passwordHash ? { passwordHash: user.passwordHash } : {}),
      groups: own,
      ...accountEntry(user),
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
        ...Object.entries(accountKeys).map(([field, key]) => ({
          at: [key],
          field: [...at, field],
        })),
      ],
    },
  );
  user.groups.forEach((group, index) =>
    composeMembership(user.name, group, [...at, "groups", index], document),
  );
  if (user.sudo && user.name !== "")
    document.putFile(sudoFile(user.name), { origin: [...at, "sudo"] });
}

function composeMembership(
  name: string,
  group: string,
  origin: Path,
  document: ButaneDocument,
): void {
  if (recorded.has(group))
    document.putFile(
      {
        path: membership(name, group),
        mode: 0o644,
        contents: { inline: " " },
      },
      {
        comment: `${group} is a group of the image, where usermod cannot add members.`,
        origin,
      },
    );
  else if (!present.has(group)) document.putGroup({ name: group }, { origin });
}

/** Fields of an account by what Butane calls them. */
export const accountKeys = {
  uid: "uid",
  gecos: "gecos",
  primaryGroup: "primary_group",
  homeDir: "home_dir",
  shell: "shell",
  system: "system",
  noCreateHome: "no_create_home",
  noUserGroup: "no_user_group",
  noLogInit: "no_log_init",
} as const satisfies Readonly<
  Record<Exclude<keyof UserAccount, "sudo">, string>
>;

function accountEntry(user: UserAccount): Partial<UserEntry> {
  const { uid, gecos, primaryGroup, homeDir, shell } = user;
  const number = numberOf(uid);
  return {
    ...(number === undefined ? {} : { uid: number }),
    ...(gecos ? { gecos } : {}),
    ...(primaryGroup ? { primaryGroup } : {}),
    ...(homeDir ? { homeDir } : {}),
    ...(shell ? { shell } : {}),
    ...(user.system ? { system: true } : {}),
    ...(user.noCreateHome ? { noCreateHome: true } : {}),
    ...(user.noUserGroup ? { noUserGroup: true } : {}),
    ...(user.noLogInit ? { noLogInit: true } : {}),
  };
}

/** The number that digits say; nothing for what is none, which is not written. */
export function numberOf(digits: string | undefined): number | undefined {
  return digits && /^\d{1,10}$/.test(digits) ? Number(digits) : undefined;
}

/** Lets a user do everything without a password. */
export function sudoFile(name: string): FileEntry & {
  readonly contents: { readonly inline: string };
} {
  return {
    path: `/etc/sudoers.d/${name}`,
    mode: 0o440,
    contents: { inline: `${name} ALL=(ALL) NOPASSWD: ALL\n` },
  };
}

/** Writes a group; without a name it writes nothing, and a number that is none is left out. */
export function composeGroup(
  { name, gid, system }: NodeGroup,
  at: Path,
  document: ButaneDocument,
): void {
  const number = numberOf(gid);
  if (name === "") return;
  document.putGroup(
    {
      name,
      ...(number === undefined ? {} : { gid: number }),
      ...(system ? { system } : {}),
    },
    {
      origin: at,
      fields: ["name", "gid", "system"].map((key) => ({
        at: [key],
        field: [...at, key],
      })),
    },
  );
}
