import {
  escapePath,
  oneLine,
  type ButaneDocument,
  type OpenDocument,
  type Path,
} from "@/lib/butane";
import {
  literal,
  sameText,
  typed,
  unitsEnding,
  unitText,
  valueOf,
} from "./unit-values";
import type { Mount } from "./value";

/** Filesystems that come over the network, and so after it. */
const remote: ReadonlySet<string> = new Set([
  "nfs",
  "nfs4",
  "cifs",
  "ceph",
  "glusterfs",
]);

/** A mount with the unit that has to have run before. */
export interface Mounted extends Mount {
  readonly after?: string;
}

/** The name of the unit for a mount point; none for what is no absolute path, where systemd has no unit for it. */
export function mountUnitName(where: string): string | undefined {
  const path = cleanPath(where);
  return path.startsWith("/") && path !== "/"
    ? `${escapePath(path)}.mount`
    : undefined;
}

/** Writes a unit that mounts something on every boot; nothing while what or where are not said. */
export function composeMount(
  mount: Mounted,
  document: ButaneDocument,
  at: Path,
): void {
  const name = mountUnitName(mount.where);
  if (name === undefined || literal(mount.what) === "") return;
  document.putUnit(
    { name, enabled: true, contents: mountText(mount) },
    {
      origin: at,
      fields: [{ at: ["name"], field: [...at, "where"] }],
    },
  );
}

/** The text of a mount unit. */
export function mountText({ what, where, type, options, after }: Mounted) {
  const target = remote.has(type) ? "remote-fs.target" : "local-fs.target";
  return unitText({
    Unit: [after !== undefined && `After=${after}`, `Before=${target}`],
    Mount: [
      `What=${literal(what)}`,
      `Where=${literal(cleanPath(where))}`,
      literal(type) !== "" && `Type=${literal(type)}`,
      literal(options) !== "" && `Options=${literal(options)}`,
    ],
    Install: [`WantedBy=${target}`],
  });
}

/** The mounts of a document that are written as we write them. */
export function readMounts(document: OpenDocument): Mount[] {
  return unitsEnding(document, ".mount").flatMap(({ name, text }) => {
    const mount = {
      what: typed(valueOf(text, "What")),
      where: typed(valueOf(text, "Where")),
      type: typed(valueOf(text, "Type")),
      options: typed(valueOf(text, "Options")),
    };
    const ours =
      mountUnitName(mount.where) === name && sameText(mountText(mount), text);
    return ours ? [mount] : [];
  });
}

/** A path as a unit names it: on one line, without blanks around it or slashes at its end. */
function cleanPath(path: string): string {
  return oneLine(path).replace(/(?!^)\/+$/, "");
}
