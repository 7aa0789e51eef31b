import type { Path } from "../../path";
import { error, type Entry } from "../../report";
import { validateUnitSource } from "../v0_5/validate";
import { isQuadletName, quadletTemplate } from "./quadlet-name";
import type { Quadlet } from "./schema";

/** A quadlet has a name that Podman knows; an instance is a link to its template and has nothing of its own. */
export function validateQuadlet(quadlet: Quadlet, at: Path): readonly Entry[] {
  const { name = "" } = quadlet;
  if (!isQuadletName(name)) return [error("quadlet-name", [...at, "name"])];
  if (!quadletTemplate(name)) return validateUnitSource(quadlet, at);
  return (["contents", "contents_local"] as const)
    .filter((key) => quadlet[key] !== undefined)
    .map((key) => error("quadlet-instance-contents", [...at, key]));
}
