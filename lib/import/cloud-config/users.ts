import type { YamlNode } from "@/lib/butane";
import type { Handler, Run } from "./run";
import {
  flagOf,
  isNothing,
  itemsOf,
  membersOf,
  textOf,
  textsOf,
  type Member,
} from "./yaml";

/** The whole list, as cloud-init and coreos-cloudinit take it; one user may stand alone. */
export const users: Handler = (value, run) => {
  const items = itemsOf(value);
  if (items) for (const item of items) oneUser(item, run);
  else if (membersOf(value).length > 0) oneUser(value, run);
  else for (const name of textsOf(value)) named(name, run);
};

/** The user that the image would otherwise have: `core`. */
export const user: Handler = (value, run) => {
  const name = textOf(value) ?? textOf(valueOf(value, "name"));
  if (name) run.defaultUser = name;
  oneUser(value, run);
};

/** Keys that stand at the top are the default user's: of `core`, unless `user` names another one. */
export const sshAuthorizedKeys: Handler = (value, run) => {
  run.addKeys(run.defaultUser, keysOf(value));
};

/** Groups with their members. */
export const groups: Handler = (value, run) => {
  const items = itemsOf(value) ?? [value];
  for (const item of items) {
    const members = membersOf(item);
    for (const { key, value: list } of members) oneGroup(key, textsOf(list));
    if (members.length === 0)
      for (const name of textsOf(item)) oneGroup(name, []);
  }

  function oneGroup(name: string, members: readonly string[]) {
    if (members.length === 0) run.document.putGroup({ name });
    // The group is made for its members.
    for (const member of members) run.addGroups(member, [name]);
  }
};

/** Passwords of several users: only hashes can be carried over. */
export const chpasswd: Handler = (value, run, key) => {
  for (const { name, value: inner, keyNode, key: written } of membersOf(
    value,
  )) {
    if (name === "users") {
      for (const item of itemsOf(inner) ?? []) onePassword(item, run);
    } else if (name === "list") {
      const lines =
        itemsOf(inner)?.map((item) => textOf(item) ?? "") ??
        (textOf(inner) ?? "").split("\n");
      for (const line of lines.filter((one) => one.includes(":"))) {
        const at = line.indexOf(":");
        setHash(
          line.slice(0, at).trim(),
          line.slice(at + 1).trim(),
          inner,
          run,
        );
      }
    } else if (name === "expire" && flagOf(inner) === false) {
      continue; // as it is here anyway
    } else {
      run.leave(
        keyNode,
        `chpasswd: ${written}`,
        "Passwords do not expire on a node of Ignition's.",
      );
    }
  }
  if (membersOf(value).length === 0) run.leave(key, "chpasswd", unread);
};

/** The password of the user the image has. */
export const password: Handler = (value, run) => {
  setHash(run.defaultUser, textOf(value) ?? "", value, run);
};

function onePassword(item: YamlNode, run: Run): void {
  const name = textOf(valueOf(item, "name")) ?? "";
  const type = textOf(valueOf(item, "type")) ?? "hash";
  const text = textOf(valueOf(item, "password")) ?? "";
  if (type === "hash") setHash(name, text, item, run);
  else run.leave(item, `password of ${name}`, clearText);
}

function setHash(name: string, hash: string, at: YamlNode, run: Run): void {
  if (isHash(hash)) run.user(name, () => ({ passwordHash: hash }));
  else run.leave(at, `password of ${name}`, clearText);
}

const clearText =
  "Ignition takes the hash of a password, never the password: make one with `mkpasswd --method=SHA-512`.";
const unread = "It has none of the forms that are read here.";

/** As crypt(3) writes them: `$6$salt$hash`. */
function isHash(text: string): boolean {
  return /^\$[\w]+\$/.test(text);
}

function named(name: string, run: Run): void {
  // cloud-init's word for the user of the image, who is there without being asked for.
  if (name !== "default") run.user(name, () => ({}));
}

function oneUser(node: YamlNode, run: Run): void {
  const alone = textOf(node);
  if (alone !== null) return named(alone, run);
  const members = membersOf(node);
  const name = textOf(valueOf(node, "name")) ?? "";
  if (!name) {
    return run.leave(
      node,
      "a user without a name",
      "Ignition makes no user without a name.",
    );
  }
  run.user(name, () => ({}));
  for (const member of members) {
    if (isNothing(member.value) || member.name === "name") continue;
    const field = fields[member.name];
    if (field) field(member, name, run);
    else
      run.leave(
        member.keyNode,
        `${member.key} of ${name}`,
        reasons[member.name] ?? "Ignition's users have no such field.",
      );
  }
}

type Field = (member: Member, name: string, run: Run) => void;

const text =
  (key: "gecos" | "homeDir" | "primaryGroup" | "shell"): Field =>
  ({ value }, name, run) =>
    run.document.putUser({ name, [key]: textOf(value) ?? "" });

const flag =
  (key: "system" | "noCreateHome" | "noLogInit" | "noUserGroup"): Field =>
  ({ value }, name, run) => {
    const on = flagOf(value);
    if (on) run.document.putUser({ name, [key]: on });
  };

const hash: Field = ({ value }, name, run) => {
  setHash(name, textOf(value) ?? "", value, run);
};

const fields: Readonly<Record<string, Field>> = {
  gecos: text("gecos"),
  homedir: text("homeDir"),
  primary_group: text("primaryGroup"),
  shell: text("shell"),
  system: flag("system"),
  no_create_home: flag("noCreateHome"),
  no_log_init: flag("noLogInit"),
  no_user_group: flag("noUserGroup"),
  passwd: hash,
  hashed_passwd: hash,
  uid: ({ value, keyNode, key }, name, run) => {
    const uid = Number(textOf(value));
    if (Number.isInteger(uid)) run.document.putUser({ name, uid });
    else run.leave(keyNode, `${key} of ${name}`, "It is no number.");
  },
  groups: ({ value }, name, run) => run.addGroups(name, textsOf(value)),
  ssh_authorized_keys: ({ value }, name, run) =>
    run.addKeys(name, keysOf(value)),
  sudo: ({ value }, name, run) => sudo(value, name, run),
  lock_passwd: ({ value, keyNode, key }, name, run) => {
    if (flagOf(value) === false) return;
    run.leave(
      keyNode,
      `${key} of ${name}`,
      "Ignition locks no password; leave the hash out where it shall not be used.",
    );
  },
};

/** A key may hold commas, so a text is one key a line and never a list of words. */
function keysOf(value: YamlNode): readonly string[] {
  const texts = itemsOf(value)?.map(textOf) ?? [textOf(value)];
  return texts
    .flatMap((one) => (one ?? "").split("\n"))
    .map((line) => line.trim())
    .filter(Boolean);
}

/** A rule is what follows the user's name on a line of a sudoers file. */
function sudo(value: YamlNode, name: string, run: Run): void {
  const rules = (itemsOf(value)?.map(textOf) ?? [textOf(value)])
    .map((rule) => rule?.trim() ?? "")
    .filter((rule) => rule !== "" && rule.toLowerCase() !== "false");
  if (rules.length === 0) return;
  run.document.putFile(
    {
      // sudo passes over names with a dot.
      path: `/etc/sudoers.d/${name.replaceAll(".", "_")}`,
      mode: 0o440,
      contents: {
        inline: rules.map((rule) => `${name} ${rule}\n`).join(""),
      },
    },
    { comment: `What ${name} may do as another user.` },
  );
}

const noFetching =
  "Ignition fetches no keys of a person: paste them into `ssh_authorized_keys`.";
const reasons: Readonly<Record<string, string>> = {
  plain_text_passwd: clearText,
  ssh_import_id: noFetching,
  coreos_ssh_import_github: noFetching,
  coreos_ssh_import_github_users: noFetching,
  coreos_ssh_import_url: noFetching,
  selinux_user: "Flatcar maps no logins to SELinux users.",
  inactive: "Ignition's users do not expire.",
  expiredate: "Ignition's users do not expire.",
};

function valueOf(node: YamlNode, name: string): YamlNode | undefined {
  return membersOf(node).find((member) => member.name === name)?.value;
}
