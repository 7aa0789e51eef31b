import { extensionOf } from "../file-path";

/** Suffixes a unit may have, in the order of systemd.unit(5). `snapshot` is gone from systemd, yet accepted. */
export const unitTypes = [
  "service",
  "socket",
  "device",
  "mount",
  "automount",
  "swap",
  "target",
  "path",
  "timer",
  "snapshot",
  "slice",
  "scope",
] as const;

const suffixes: ReadonlySet<string> = new Set(
  unitTypes.map((type) => `.${type}`),
);

/** Whether a unit's name ends in a type that systemd knows. */
export function hasUnitType(name: string): boolean {
  return suffixes.has(extensionOf(name));
}

/** Whether systemd would read a file of this name in a unit's drop-in directory. */
export function isDropinName(name: string): boolean {
  return extensionOf(name) === ".conf";
}

/** The template an instance is made from: `getty@tty1.service` → `getty@.service`. */
export function templateOf(name: string): string | undefined {
  const found = /^([^\n]+?)@[^\n]+?\.service$/.exec(name);
  return found ? `${found[1]}@.service` : undefined;
}
