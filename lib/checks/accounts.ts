import type { Path } from "@/lib/butane";
import type { Check, Finding } from "./check";

const highest = 4_294_967_294;

/** Numbers of users and groups, and what else of an account useradd refuses. */
export const accounts: Check = ({ preset }) => {
  const { users, groups = [] } = preset.users;
  return [
    ...users.flatMap(({ uid, shell, homeDir }, index) => {
      const at = ["users", "users", index];
      return [
        ...ofNumber(uid, [...at, "uid"]),
        ...ofPath(shell, "shell", [...at, "shell"]),
        ...ofPath(homeDir, "home folder", [...at, "homeDir"]),
      ];
    }),
    ...groups.flatMap(({ name, gid }, index) => {
      const at = ["users", "groups", index];
      const twice = groups.findIndex((one) => one.name === name) < index;
      return [
        ...ofNumber(gid, [...at, "gid"]),
        ...(twice && name !== "" ? [repeated(name, [...at, "name"])] : []),
      ];
    }),
  ];
};

function ofNumber(digits: string | undefined, field: Path): Finding[] {
  if (!digits) return [];
  if (/^\d{1,10}$/.test(digits) && Number(digits) <= highest) return [];
  return [
    {
      kind: "error",
      code: "account-number",
      sentence: `An id is a number from 0 to ${highest}: this one is refused or left out.`,
      field,
    },
  ];
}

function ofPath(
  path: string | undefined,
  what: string,
  field: Path,
): Finding[] {
  if (!path || path.startsWith("/")) return [];
  return [
    {
      kind: "error",
      code: "account-path",
      sentence: `A ${what} is an absolute path: useradd refuses this one and the first boot stops.`,
      field,
    },
  ];
}

function repeated(name: string, field: Path): Finding {
  return {
    kind: "warning",
    code: "group-twice",
    sentence: `${name} stands in the list already: the two become one, or contradict each other.`,
    field,
  };
}
