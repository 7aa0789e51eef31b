import { Impossible } from "../impossible";
import type { Field } from "./field";
import type { Structs } from "./structs";

/** A struct with its references resolved: what decoding, translating and validating walk along. */
export interface Shape {
  readonly name: string;
  readonly fields: ReadonlyMap<string, ShapeField>;
}

export interface ShapeField {
  /** The key in YAML. */
  readonly name: string;
  /** The key in the Ignition config; absent for what Ignition never sees. */
  readonly output?: string;
  readonly kind: Field["kind"];
  /** The struct itself or the struct of each item; absent for scalars and lists of text. */
  readonly shape?: Shape;
  /** A struct that may be missing altogether. */
  readonly pointer?: true;
}

/** Resolves the names in a description. Every struct becomes one shape, shared by all that refer to it. */
export function shapesOf(structs: Structs): ReadonlyMap<string, Shape> {
  const shapes = new Map<
    string,
    { name: string; fields: Map<string, ShapeField> }
  >();
  for (const name of Object.keys(structs)) {
    shapes.set(name, { name, fields: new Map() });
  }
  for (const [name, fields] of Object.entries(structs)) {
    for (const [key, field] of Object.entries(fields)) {
      shapes.get(name)?.fields.set(key, resolve(key, field));
    }
  }
  return shapes;

  function resolve(name: string, field: Field): ShapeField {
    const own = { name, kind: field.kind };
    const output = field.sugar ? {} : { output: camelCase(name) };
    if (!("of" in field) || field.of === "text") return { ...own, ...output };
    const shape = shapes.get(field.of);
    if (!shape) throw new Impossible(`no struct is called ${field.of}`);
    const pointer = "pointer" in field && field.pointer && { pointer: true };
    return { ...own, ...output, shape, ...pointer } as ShapeField;
  }
}

/** `home_dir` as Ignition spells it: `homeDir`; the unit keeps its case: `sizeMiB`. */
export function camelCase(name: string): string {
  return name
    .replace(/_mib$/, "MiB")
    .replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** The way back: `homeDir` as Butane spells it, `home_dir`. */
export function snakeCase(name: string): string {
  return name.replace(/MiB|[A-Z]/g, (found) => `_${found}`).toLowerCase();
}
