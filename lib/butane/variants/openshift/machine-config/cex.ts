import type { Path } from "../../../path";
import { error, type Entry } from "../../../report";
import type { Config } from "../../fcos/v1_6/sugar";
import type { Document } from "./schema";

const KEY = "rd.luks.key=/etc/luks/cex.key";

/** A root device that a crypto card unlocks needs a kernel argument that names its key. */
export function validateCex(
  { boot_device, openshift, storage }: Config & Document,
  at: Path,
): Entry[] {
  if (openshift?.kernel_arguments?.includes(KEY)) return [];
  const isRootLocked = storage?.luks?.some(
    ({ cex, name }) => cex?.enabled && name === "root",
  );
  return [boot_device?.luks?.cex?.enabled, isRootLocked]
    .filter(Boolean)
    .map(() =>
      error("cex-needs-kernel-argument", [
        ...[...at, "openshift", "kernel_arguments"],
      ]),
    );
}
