import type { Path } from "@/lib/butane";

/** Id of the control for the value at a path: how a problem finds its field. */
export function fieldId(path: Path): string {
  return `f-${path.join("-")}`;
}
