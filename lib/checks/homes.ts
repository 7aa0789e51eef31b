import { valueAt } from "@/lib/set-at";
import type { Preset } from "@/lib/preset/preset";
import type { Check, Finding, Fix } from "./check";
import { diskLayoutOf, type PlacedFilesystem } from "./disk-layout";
import { entriesOf, textAt, type Found } from "./document";

/**
 * Ignition writes keys as the account itself, into its home: where that is not there, or is another's, the first boot stops with
 * “failed to set SSH key: permission denied” (seen with Ignition 2.14). useradd makes the home of a new account unless it is told not
 * to. core's is there before Ignition mounts anything (`initrd-setup-root` of Flatcar's bootengine), and what is mounted over it is
 * root's; only folders that the mounting itself has made become the account's.
 */
export const keysNeedHomes: Check = ({ preset, composed }) => {
  const { filesystems } = diskLayoutOf(composed);
  const mounts = filesystems.filter(
    ({ path, format }) => path !== "" && !["", "swap", "none"].includes(format),
  );
  return entriesOf(composed, ["passwd", "users"]).flatMap((user) => {
    const name = textAt(user.value, "name");
    if (name === "" || name === "root" || !hasKeys(user)) return [];
    return name === "core"
      ? coresHome(user, mounts)
      : newHome(user, name, mounts, preset);
  });
};

function hasKeys({ value }: Found): boolean {
  if (textAt(value, "should_exist") === "false") return false;
  return ["ssh_authorized_keys", "ssh_authorized_keys_local"].some((list) => {
    const keys = valueAt(value, [list]);
    return Array.isArray(keys) && keys.length > 0;
  });
}

function coresHome(
  { value }: Found,
  mounts: readonly PlacedFilesystem[],
): Finding[] {
  const home = "/home/core";
  const isOwn = textAt(value, "no_create_home") !== "true";
  if (textAt(value, "home_dir") !== "") return [];
  const over = mounts.find(({ path }) => isWithin(home, path));
  const isHidden = mounts.some(({ path }) => path === "/home");
  const isMadeAnew =
    isHidden && isOwn && mounts.some(({ path }) => isWithin(path, home));
  if (!over || isMadeAnew) return [];
  return [
    {
      kind: over.isWiped ? "error" : "warning",
      code: "keys-without-home",
      sentence: `What is mounted at ${over.path} hides the home of core${over.isWiped ? "" : ", unless it has one itself"}: Ignition cannot write its keys there, and the first boot stops.`,
      why: "An account that is new gets its home on that filesystem; core's is on the root filesystem.",
      path: [...over.at, "path"],
    },
  ];
}

function newHome(
  { value, at }: Found,
  name: string,
  mounts: readonly PlacedFilesystem[],
  preset: Preset,
): Finding[] {
  if (textAt(value, "no_create_home") !== "true") return [];
  const home = textAt(value, "home_dir") || `/home/${name}`;
  // A filesystem that is kept may have it.
  if (mounts.some(({ path, isWiped }) => !isWiped && isWithin(home, path)))
    return [];
  const fix = makeHome(name, preset);
  return [
    {
      kind: "error",
      code: "keys-without-home",
      sentence: `No home is made for ${name}: Ignition cannot write its keys there, and the first boot stops.`,
      path: [...at, "no_create_home"],
      ...(fix ? { fix } : {}),
    },
  ];
}

/** For an account that is in the form once. */
function makeHome(name: string, preset: Preset): Fix | undefined {
  const { users } = preset.users;
  const same = users.flatMap((one, index) => (one.name === name ? index : []));
  const [index] = same;
  if (same.length !== 1 || !users[index!]!.noCreateHome) return undefined;
  const path = ["users", "users", index!, "noCreateHome"];
  return { label: "Make its home", edits: [{ path, value: undefined }] };
}

const isWithin = (path: string, folder: string) =>
  path === folder || path.startsWith(`${folder}/`);
