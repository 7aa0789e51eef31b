import { valueAt } from "@/lib/set-at";
import type { Check, Finding } from "./check";
import { entriesOf, textAt, type Found } from "./document";

/** Groups of Flatcar's image that people name; there are more of its own services. */
const imageGroups: ReadonlySet<string> = new Set([
  "core",
  "docker",
  "root",
  "sudo",
  "systemd-journal",
  "wheel",
]);

/** A group is there before useradd and usermod name it, or the first boot stops (seen with Ignition 2.14). */
export const groupsThere: Check = ({ composed }) => {
  const users = entriesOf(composed, ["passwd", "users"]);
  const known = new Set([
    ...imageGroups,
    ...entriesOf(composed, ["passwd", "groups"]).map(nameOf),
    ...users.filter(hasOwnGroup).map(nameOf),
  ]);
  const isMissing = (group: unknown): group is string =>
    typeof group === "string" &&
    group !== "" &&
    !known.has(group) &&
    // The number of a group may be one of the image's many.
    !/^\d+$/.test(group);
  return users.flatMap(({ value, at }) => {
    const more = valueAt(value, ["groups"]);
    const named = [
      { group: valueAt(value, ["primary_group"]), key: ["primary_group"] },
      ...(Array.isArray(more) ? more : []).map((group: unknown, index) => ({
        group,
        key: ["groups", index],
      })),
    ];
    return named.flatMap(({ group, key }) =>
      isMissing(group) ? [groupMissing(group, [...at, ...key])] : [],
    );
  });
};

/** useradd makes a group of the user's name, unless it is told of another one or of none. */
function hasOwnGroup({ value }: Found): boolean {
  return (
    textAt(value, "primary_group") === "" &&
    textAt(value, "no_user_group") !== "true"
  );
}

function groupMissing(group: string, path: Finding["path"] & object): Finding {
  return {
    kind: "warning",
    code: "group-missing",
    sentence: `Nothing makes the group ${group}: unless the image has it, the account is refused and the first boot stops.`,
    why: "Add it to the groups of this node.",
    path,
  };
}

/** A hard link is made of a file that is there already, or the first boot stops (seen with Ignition 2.14). */
export const hardLinkTargets: Check = ({ composed }) => {
  const files = new Set(
    entriesOf(composed, ["storage", "files"]).map(({ value }) =>
      textAt(value, "path"),
    ),
  );
  return entriesOf(composed, ["storage", "links"]).flatMap(
    ({ value, at }): Finding[] => {
      const target = textAt(value, "target");
      if (textAt(value, "hard") !== "true" || target === "") return [];
      if (files.has(target)) return [];
      return [
        {
          kind: "warning",
          code: "hard-link-target",
          sentence: `No file of this node is ${target}: unless the image has it on the same file system, the hard link fails and the first boot stops.`,
          path: [...at, "target"],
        },
      ];
    },
  );
};

const nameOf = ({ value }: Found) => textAt(value, "name");
