import { samePath, startsWith, type Origin, type Path } from "@/lib/butane";

/** The origin that reaches furthest down a path. */
export function originOf(
  path: Path,
  origins: readonly Origin[],
): Origin | undefined {
  let best: Origin | undefined;
  for (const origin of origins)
    if (
      startsWith(path, origin.path) &&
      origin.path.length >= (best?.path.length ?? 0)
    )
      best = origin;
  return best;
}

/** The field that asked for what stands at a path. */
export function fieldOf(
  path: Path,
  origins: readonly Origin[],
): Path | undefined {
  return originOf(path, origins)?.field;
}

/** Where a field stands in the document: what it asked for itself, else what its surroundings or its parts asked for. */
export function pathOf(
  field: Path,
  origins: readonly Origin[],
): Path | undefined {
  const exact = origins.find((origin) => samePath(origin.field, field));
  if (exact) return exact.path;
  const part = origins.find((origin) => startsWith(origin.field, field));
  if (part) return part.path;
  let best: Origin | undefined;
  for (const origin of origins)
    if (
      startsWith(field, origin.field) &&
      origin.field.length > (best?.field.length ?? 0)
    )
      best = origin;
  return best?.path;
}
