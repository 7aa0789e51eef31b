import { error, type Entry } from "./report";
import { shapesOf, type Shape } from "./struct/shape";
import { specs } from "./variants";
import type { Spec } from "./variants/spec";
import { parseVersion } from "./version";

/** A spec made ready to decode with. */
export interface ReadySpec {
  readonly spec: Spec;
  /** The whole document. */
  readonly root: Shape;
}

const ready = new Map<string, ReadySpec>();

/** Finds the spec a document says it is written in, or the entry that tells why there is none. */
export function specFor(
  variant: string | undefined,
  version: string | undefined,
): ReadySpec | Entry {
  if (!variant) return error("variant-missing", ["variant"]);
  const parsed = parseVersion(version ?? "");
  if (!parsed) {
    return error("version-malformed", ["version"], { version: version ?? "" });
  }
  if (variant === "rhcos" && parsed === "0.1.0") {
    return error("variant-removed", ["variant"], { variant });
  }
  const spec = specs.find(
    (one) => one.variant === variant && one.version === parsed,
  );
  return spec ? prepare(spec) : unknown(variant, parsed);
}

function prepare(spec: Spec): ReadySpec {
  const key = `${spec.variant}+${spec.version}`;
  const known = ready.get(key);
  if (known) return known;
  const made = { spec, root: shapesOf(spec.base.structs).get("Config")! };
  ready.set(key, made);
  return made;
}

function unknown(variant: string, version: string): Entry {
  const versions = specs.filter((one) => one.variant === variant);
  const known = versions.map((one) => one.version).join(", ");
  return versions.length > 0
    ? error("spec-version-unknown", ["version"], { variant, version, known })
    : error("variant-unknown", ["variant"], { variant, version });
}
