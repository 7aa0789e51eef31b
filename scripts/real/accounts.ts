import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { IgnitionConfig, IgnitionStruct } from "@/lib/butane";

/** What is wrong with the accounts of a tree, by what the config asked for; nothing where they are as it says. */
export function accountFaults(config: IgnitionConfig, root: string): string[] {
  const { users = [], groups = [] } = config.passwd ?? {};
  const passwd = table(root, "passwd");
  const shadow = table(root, "shadow");
  const group = table(root, "group");
  return [
    ...users.flatMap((user) => userFaults(user, passwd, shadow, group)),
    ...groups.flatMap(({ name = "", gid, shouldExist }) => {
      const found = group.get(name);
      if (shouldExist === false)
        return found ? [`group ${name} is still there`] : [];
      if (!found) return [`group ${name} is not there`];
      return gid === undefined || Number(gid) === Number(found[1])
        ? []
        : [`group ${name} has number ${found[1]}, not ${gid}`];
    }),
  ];
}

type Table = ReadonlyMap<string, readonly string[]>;

function table(root: string, file: string): Table {
  const lines = readFileSync(join(root, "etc", file), "utf8").split("\n");
  return new Map(
    lines.map((line) => {
      const [name = "", ...rest] = line.split(":");
      return [name, rest];
    }),
  );
}

function userFaults(
  user: IgnitionStruct<"PasswdUser">,
  passwd: Table,
  shadow: Table,
  group: Table,
): string[] {
  const { name = "", shouldExist } = user;
  const found = passwd.get(name);
  if (shouldExist === false)
    return found ? [`user ${name} is still there`] : [];
  if (!found) return [`user ${name} is not there`];
  const [, uid = "", , gecos = "", home = "", shell = ""] = found;
  const faults: string[] = [];
  const expect = (what: string, has: string, wanted: unknown) => {
    if (wanted !== undefined && wanted !== "" && has !== String(wanted))
      faults.push(`${name}'s ${what} is ${has}, not ${String(wanted)}`);
  };
  expect("number", uid, user.uid);
  expect("name in words", gecos, user.gecos);
  expect("home", home, user.homeDir);
  expect("shell", shell, user.shell);
  expect("password hash", shadow.get(name)?.[0] ?? "", user.passwordHash);
  for (const one of user.groups ?? [])
    if (!group.get(one)?.[2]?.split(",").includes(name))
      faults.push(`${name} is not in group ${one}`);
  return faults;
}
