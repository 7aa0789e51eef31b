import type { IgnitionConfig, IgnitionStruct, Path } from "@/lib/butane";
import { utf8 } from "@/lib/bytes";
import type { NodeFile, NodeOwner, Put } from "./node-file";

type User = IgnitionStruct<"PasswdUser">;

/** Accounts of the image itself: their homes are there already, and only told of where something is put into them. */
export const ownAccounts: ReadonlySet<string> = new Set(["core", "root"]);

/**
 * What `useradd --create-home` makes, or has made. `mounted` are the folders that the stage for mounts has made: those that are a home
 * or below one become its owner's, for nobody else (`ModifyHomeDirPermissions` in internal/exec/util/passwd.go).
 */
export function putHomes(
  { passwd = {} }: IgnitionConfig,
  files: ReadonlyMap<string, NodeFile>,
  mounted: ReadonlySet<string>,
  put: Put,
): void {
  (passwd.users ?? []).forEach((user, index) => {
    const { name = "", noCreateHome, shouldExist, sshAuthorizedKeys } = user;
    if (shouldExist === false) return;
    const home = homeOf(user);
    const taken = [...mounted].filter(
      (path) => path === home || path.startsWith(`${home}/`),
    );
    if (!noCreateHome)
      for (const path of taken) {
        const found = files.get(path);
        if (found?.kind === "directory")
          put({
            from: ["passwd", "users", index],
            ...found,
            mode: 0o700,
            ...userAndGroup(user),
          });
      }
    if (files.has(home)) return;
    // What is there already is not made, whatever is said of new ones.
    if (ownAccounts.has(name) ? !sshAuthorizedKeys?.length : noCreateHome)
      return;
    put({
      kind: "directory",
      path: home,
      ...userAndGroup(user),
      from: ["passwd", "users", index],
    });
  });
}

/** Keys go into a fragment that Flatcar's sshd reads beside those of the platform. */
export function putKeys({ passwd = {} }: IgnitionConfig, put: Put): void {
  (passwd.users ?? []).forEach((user, index) => {
    const keys = user.sshAuthorizedKeys ?? [];
    if (keys.length === 0 || user.shouldExist === false) return;
    const owner = userAndGroup(user);
    const folder = `${homeOf(user)}/.ssh`;
    const from: Path = ["passwd", "users", index, "sshAuthorizedKeys"];
    for (const path of [folder, `${folder}/authorized_keys.d`])
      put({ kind: "directory", path, mode: 0o700, ...owner, from });
    put({
      kind: "file",
      path: `${folder}/authorized_keys.d/ignition`,
      mode: 0o600,
      ...owner,
      content: [{ bytes: utf8(keys.map((key) => `${key}\n`).join("")) }],
      from,
    });
  });
}

function homeOf({ name, homeDir }: User): string {
  return homeDir || (name === "root" ? "/root" : `/home/${name}`);
}

/** Without a group of its own, an account is in the one that useradd has for all of them. */
function userAndGroup(user: User): NodeOwner {
  const { name = "", primaryGroup, noUserGroup } = user;
  const own = noUserGroup && !ownAccounts.has(name) ? "users" : name;
  return { user: name, group: primaryGroup || own };
}
