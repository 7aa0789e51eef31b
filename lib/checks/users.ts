import { valueAt } from "@/lib/set-at";
import type { Check, Finding } from "./check";
import { entriesOf, textAt } from "./document";

/** Names that useradd takes. */
const userName = /^[a-z_][a-z0-9_-]{0,30}[a-z0-9_$-]?$/;

/** A name that useradd refuses, or one that stands in the list again; an entry is told of one of the two. */
export const userNames: Check = ({ preset }) => {
  const seen = new Set<string>();
  return preset.users.users.flatMap(({ name }, index): Finding[] => {
    const field = ["users", "users", index, "name"];
    if (!userName.test(name)) {
      return [
        {
          kind: "error",
          code: "user-name",
          sentence:
            "A user's name is lower case letters, digits, hyphens and underscores, and no digit first: useradd refuses this one and the first boot stops.",
          field,
        },
      ];
    }
    if (seen.has(name))
      return [
        {
          kind: "error",
          code: "user-twice",
          sentence: `${name} stands in the list already; keep all of a user's keys and groups in one entry.`,
          field,
        },
      ];
    seen.add(name);
    return [];
  });
};

/** The same for groups, those that a user is to join and those of the list, each at its place; an empty one is not written. */
export const groupNames: Check = ({ preset }) => {
  const { users, groups = [] } = preset.users;
  const places = [
    ...users.flatMap((user, index) =>
      user.groups.map((name, position) => ({
        name,
        field: ["users", "users", index, "groups", position],
      })),
    ),
    ...groups.flatMap(({ name }, index) =>
      name === "" ? [] : { name, field: ["users", "groups", index, "name"] },
    ),
  ];
  return places
    .filter(({ name }) => !userName.test(name))
    .map(({ field }) => ({
      kind: "error",
      code: "group-name",
      sentence:
        "A group's name is lower case letters, digits, hyphens and underscores: groupadd refuses this one and the first boot stops.",
      field,
    }));
};

/** Platforms whose agent puts the keys chosen at the provider into core's account. */
const bringsKeys: ReadonlySet<string> = new Set([
  ...[
    "aws",
    "azure",
    "gcp",
    "openstack",
    "hetzner",
    "digitalocean",
    "akamai",
    "exoscale",
    "vultr",
    "scaleway",
  ],
  ...[
    "oraclecloud",
    "ibmcloud",
    "aliyun",
    "brightbox",
    "cloudstack",
    "proxmoxve",
    "kubevirt",
    "upcloud",
    "stackit",
  ],
]);

/** A node nobody can log in to can only be thrown away. */
export const noLogin: Check = ({ preset, composed }) => {
  // A MachineConfig joins others, and the cluster's own brings the keys.
  if (preset.target.variant === "openshift") return [];
  const people = entriesOf(composed, ["passwd", "users"]).map(
    ({ value }) => value,
  );
  const enters = people.some((user) => {
    const keys = valueAt(user, ["ssh_authorized_keys"]);
    const local = valueAt(user, ["ssh_authorized_keys_local"]);
    return (
      (Array.isArray(keys) && keys.length > 0) ||
      Array.isArray(local) ||
      textAt(user, "password_hash") !== ""
    );
  });
  const console = entriesOf(composed, [
    "kernel_arguments",
    "should_exist",
  ]).some(
    ({ value }) =>
      typeof value === "string" && value.startsWith("flatcar.autologin"),
  );
  if (enters || console) return [];
  const cloud = bringsKeys.has(preset.target.platform);
  return [
    {
      kind: cloud ? "info" : "warning",
      code: "no-login",
      sentence: cloud
        ? "Nobody has a key or password here: only keys that the provider hands over let anyone log in."
        : "Nobody can log in to this node: no user has a key or a password.",
      field: ["users", "users"],
    },
  ];
};
