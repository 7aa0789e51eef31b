import {
  textAt,
  type ButaneDocument,
  type DraftEntry,
  type OpenDocument,
} from "@/lib/butane";
import type { AdvancedValue, WriteRoute } from "./value";

export const hierarchies = ["usr", "opt", "etc"] as const;
export type Hierarchy = (typeof hierarchies)[number];
type Writes = AdvancedValue["writes"];

export const noWrites: Writes = { usr: "", opt: "", etc: "" };

/** Where systemd looks for what takes the writes to a tree. */
export function routePath(hierarchy: Hierarchy): string {
  return `/var/lib/extensions.mutable/${hierarchy}`;
}

/** Writes where changes to a merged tree go: a directory, or a link to the tree itself. */
export function composeWrites(writes: Writes, document: ButaneDocument): void {
  for (const hierarchy of hierarchies) {
    const path = routePath(hierarchy);
    const placing = { origin: ["advanced", "writes", hierarchy] };
    if (writes[hierarchy] === "directory")
      document.putDirectory({ path, mode: 0o755 }, placing);
    else if (writes[hierarchy] === "original")
      document.putLink(
        {
          path,
          target: `/${hierarchy}`,
          // From 4628 on Flatcar has this one itself.
          ...(hierarchy === "etc" ? { overwrite: true } : {}),
        },
        placing,
      );
  }
}

/** Where a document sends the writes, as far as no other section sends them there. */
export function readWrites(
  document: OpenDocument,
  written: () => readonly DraftEntry[],
): Writes {
  const routes = hierarchies.map((hierarchy) => [
    hierarchy,
    routeOf(hierarchy, document, written),
  ]);
  return Object.fromEntries(routes) as Writes;
}

function routeOf(
  hierarchy: Hierarchy,
  document: OpenDocument,
  written: () => readonly DraftEntry[],
): WriteRoute {
  const path = routePath(hierarchy);
  if (document.named("storage.directories", path).length > 0)
    return "directory";
  const [link] = document.named("storage.links", path);
  const isOriginal = textAt(link?.value, "target") === `/${hierarchy}`;
  // A link to the read-only tree is nothing a form could have asked for.
  if (!isOriginal || hierarchy === "usr") return "";
  return written().some(({ key }) => key === path) ? "" : "original";
}
