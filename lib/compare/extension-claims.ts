import type { Path } from "@/lib/butane";
import type { Difference } from "./comparison";
import { anyOf, claimOn, literally } from "./draft";
import type { Chosen } from "./extension-work";

/** What one field of an extension wrote, or all of them. */
export function scopeOf(one: Chosen, twin?: Chosen, ...keys: string[]) {
  const at = (each: Chosen | undefined, side: "before" | "after") => {
    const found = [one, twin].find((which) => which?.side === side);
    return each && found ? ([...found.path, ...keys] as Path) : undefined;
  };
  return claimOn({ before: at(one, "before"), after: at(one, "after") });
}

/** Everything an extension writes, by the fields that asked for it, or by its names. */
export function claimOfAll(one: Chosen, twin?: Chosen) {
  const name = literally(one.chosen.id);
  return anyOf(
    scopeOf(one, twin),
    claimOn({
      ids: new RegExp(
        `^(file \\/opt\\/extensions\\/${name}\\/|link \\/etc\\/extensions\\/${name}\\.raw$|file \\/etc\\/extensions\\/${name}\\.raw$|file \\/etc\\/sysupdate\\.${name}\\.d\\/|dropin systemd-sysupdate\\.service\\/${name}\\.conf$)`,
      ),
    }),
  );
}

/** The field of a chosen extension, on the side where it was chosen. */
export function fieldOf(one: Chosen, ...keys: string[]): Difference["field"] {
  return { side: one.side, path: [...one.path, ...keys] };
}
