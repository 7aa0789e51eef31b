import type { Path } from "../../path";
import { error, type Entry } from "../../report";
import type { GrubUser } from "./v1_6/sugar";

/** A user of GRUB is nothing without a name and a password. */
export function validateGrubUser(
  { name, password_hash }: GrubUser,
  at: Path,
): readonly Entry[] {
  return [
    ...(name ? [] : [error("grub-user-name", [...at, "name"])]),
    ...(password_hash
      ? []
      : [error("grub-user-password", [...at, "password_hash"])]),
  ];
}
