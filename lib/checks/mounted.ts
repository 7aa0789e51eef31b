import { iniValues, paramsOf, unescapePath } from "@/lib/butane";
import type { Composed } from "@/lib/preset/compose";
import type { Preset } from "@/lib/preset/preset";
import { valueAt } from "@/lib/set-at";
import { diskLayoutOf } from "./disk-layout";
import { entriesOf, textAt } from "./document";
import { chosenOf } from "./extensions";
import { unitTexts } from "./unit-texts";

/** What mounts filesystems on the running node, as far as the node says. */
export interface Mounted {
  /** Mount points of systemd's: of Butane's `with_mount_unit`, of units wherever they stand, and of /etc/fstab. */
  readonly bySystemd: readonly string[];
  /** Mount points of ZFS, which mounts what its pools say; nothing waits for one of them by its path. */
  readonly byZfs: readonly string[];
  /** Whether more may be mounted than the node says: by pools that are there already, or by a config that is merged. */
  readonly isOpen: boolean;
}

/** A mount or automount unit says where by its `Where=`, else by its name; drop-ins and masked units do not count. */
export function mountedOn(preset: Preset, composed: Composed): Mounted {
  const texts = unitTexts(composed).filter(
    ({ isDropin, isMasked }) => !isDropin && !isMasked,
  );
  const bySystemd = [
    ...diskLayoutOf(composed).filesystems.flatMap(({ hasUnit, path }) =>
      hasUnit ? [path] : [],
    ),
    ...texts.flatMap(({ unit, text }) => {
      const path = /^(.+)\.(?:auto)?mount$/.exec(unit)?.[1];
      if (path === undefined) return [];
      return [iniValues(text, "Where").at(-1) ?? unescapePath(path)];
    }),
    ...inFstab(composed),
  ];
  const zfs = chosenOf(preset).find(({ extension }) => extension?.id === "zfs");
  const params = zfs?.extension ? paramsOf(zfs.extension, zfs.chosen) : {};
  const byZfs = texts.flatMap(({ text }) =>
    [...text.matchAll(/\bmountpoint=(\/[^\s"';]+)/g)].map(([, path]) => path!),
  );
  return {
    bySystemd,
    byZfs: params.docker === true ? [...byZfs, "/var/lib/docker"] : byZfs,
    isOpen: zfs !== undefined || preset.ignition.merge.length > 0,
  };
}

/** Whether a path lies on one of some mount points. */
export function liesOn(path: string, mounts: readonly string[]): boolean {
  const clean = path.replace(/\/+$/, "");
  return mounts.some((one) => {
    const mount = one.replace(/\/+$/, "");
    return mount !== "" && (clean === mount || clean.startsWith(`${mount}/`));
  });
}

function inFstab(composed: Composed): string[] {
  return entriesOf(composed, ["storage", "files"]).flatMap(({ value }) => {
    if (textAt(value, "path") !== "/etc/fstab") return [];
    const parts = valueAt(value, ["append"]);
    return [
      textAt(value, "contents", "inline"),
      ...(Array.isArray(parts) ? parts : []).map((one) =>
        textAt(one, "inline"),
      ),
    ].flatMap((text) =>
      text.split("\n").flatMap((line) => {
        const [what = "", where = ""] = line.trim().split(/\s+/);
        return what.startsWith("#") || !where.startsWith("/") ? [] : [where];
      }),
    );
  });
}
