import { toBase64 } from "../resource/base64";
import { bytesOf } from "./contents";

/**
 * What an Ignition config means, for comparing two: contents by their bytes, units by their names, and without the version,
 * which only says how the rest is read.
 */
export function meaningOf(json: string): unknown {
  const config = JSON.parse(json) as Record<string, unknown>;
  const { version: _version, ...ignition } = config.ignition as object & {
    version?: string;
  };
  return prune(normal({ ...config, ignition }));
}

/** A config with contents unpacked, because programs that pack differ in the bytes. */
export function unpacked(json: string): unknown {
  return normal(JSON.parse(json), true);
}

function normal(value: unknown, keepOrder = false): unknown {
  if (Array.isArray(value)) return value.map((one) => normal(one, keepOrder));
  if (typeof value !== "object" || value === null) return value;
  const { source, compression, ...others } = value as Record<string, unknown>;
  const bytes =
    typeof source === "string" ? bytesOf(source, compression) : undefined;
  const rest = Object.fromEntries(
    Object.entries(others).map(([key, one]) => [key, normal(one, keepOrder)]),
  );
  if (Array.isArray(rest.units) && !keepOrder) {
    rest.units = [...(rest.units as { name: string }[])].sort((one, other) =>
      one.name < other.name ? -1 : 1,
    );
  }
  return {
    ...rest,
    ...(bytes
      ? { bytes: toBase64(bytes) }
      : { source, compression: compression || undefined }),
  };
}

/** Without lists and objects that are empty, which Ignition takes for absent. */
function prune(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(prune);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .map(([key, one]) => [key, prune(one)] as const)
    .filter(([, one]) => one !== undefined && !isEmpty(one));
  return Object.fromEntries(entries);
}

function isEmpty(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.keys(value).length === 0
  );
}
