import {
  ignitionSpecs,
  type IgnitionConfig,
  type IgnitionSpec,
} from "../ignition";
import { formatPath, type Path } from "../path";
import { shapesOf, type Shape } from "../struct/shape";
import { forbiddenFields } from "../validate/forbidden";
import { specs } from "../variants";
import type { Spec } from "../variants/spec";
import { toValues } from "./to-values";

/** A spec of Flatcar, and what it cannot say of a config. */
export interface ChosenSpec {
  readonly spec: Spec;
  readonly root: Shape;
  /** Places of the config that have to be left out. */
  readonly unsaid: readonly Path[];
}

const flatcar = specs.filter(({ variant }) => variant === "flatcar");
const released = flatcar.filter(({ version }) => !isExperimental(version));

/**
 * The spec that becomes the very version of the config; else the lowest that can say all of it, or most of it.
 *
 * An experimental spec is chosen only for a config that needs a newer Ignition than the released ones become: no released
 * Flatcar starts with what it becomes.
 */
export function chooseSpec(
  config: IgnitionConfig,
  own: IgnitionSpec,
): ChosenSpec {
  const same = flatcar.find(({ base }) => base.ignition === own);
  if (same) return tried(same, config);
  const newest = released.at(-1)!.base.ignition;
  const isNewer = indexOf(own) > indexOf(newest);
  const all = (isNewer ? flatcar : released).map((spec) => ({
    ...tried(spec, config),
    changed: meansMore(config, own, spec.base.ignition),
  }));
  const least = Math.min(...all.map(losses));
  return all.find((one) => losses(one) === least)!;
}

function losses(one: { unsaid: readonly Path[]; changed: number }): number {
  return one.unsaid.length + one.changed;
}

function tried(spec: Spec, config: IgnitionConfig): ChosenSpec {
  const root = shapesOf(spec.base.structs).get("Config")!;
  const forbidden = forbiddenFields(config, spec.forbidden ?? {});
  const without = forbidden.map(({ path }) => path);
  const { unsaid } = toValues(config, root, {
    without: new Set(without.map(formatPath)),
    resource: (resource) => resource,
  });
  return { spec, root, unsaid: [...without, ...unsaid] };
}

/** How many rules the config breaks in another version of Ignition that it does not break in its own. */
function meansMore(
  config: IgnitionConfig,
  own: IgnitionSpec,
  other: IgnitionSpec,
): number {
  const there = { ...config.ignition, version: other.version };
  const broken = other.validate({ ...config, ignition: there });
  return Math.max(0, broken.length - own.validate(config).length);
}

function indexOf(spec: IgnitionSpec): number {
  return (ignitionSpecs as readonly IgnitionSpec[]).indexOf(spec);
}

function isExperimental(version: string): boolean {
  return version.endsWith("-experimental");
}

/** The code that says why Flatcar has no field for a place of a config. */
export function codeFor(path: Path): string {
  const place = path.filter((key) => typeof key === "string").join(".");
  const what = flatcar
    .map(({ forbidden }) => forbidden as Spec["forbidden"])
    .map((rules) => rules?.[place])
    .find(Boolean);
  if (what === undefined) return "unused-key";
  return typeof what === "string" ? what : what.code;
}
