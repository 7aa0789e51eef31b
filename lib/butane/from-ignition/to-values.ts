import { formatPath, type Path } from "../path";
import type { Values } from "../struct/decode";
import type { Shape, ShapeField } from "../struct/shape";

/** What of a config a Butane spec can say. */
interface Said {
  /** Keys as in Butane. */
  readonly values: Values;
  /** Places of the config that no field is for. */
  readonly unsaid: readonly Path[];
}

interface Options {
  /** Places of the config that are left out, as `formatPath` writes them. */
  readonly without: ReadonlySet<string>;
  /** Turns a resource into what is written. */
  readonly resource: (resource: Values, at: Path) => Values;
}

/** Copies a config into the keys of a Butane spec: the way back of what the translation does with every struct. */
export function toValues(
  config: object,
  shape: Shape,
  { without, resource }: Options,
): Said {
  const unsaid: Path[] = [];
  return { values: struct(config as Values, shape, []), unsaid };

  function struct(from: Values, { name, fields }: Shape, at: Path): Values {
    const to: Values = {};
    const outputs = new Set(["Ignition.version"]);
    for (const [key, field] of fields) {
      const { output = "" } = field;
      const value = from[output];
      if (value === undefined) continue;
      outputs.add(`${name}.${output}`);
      const inner = [...at, output];
      if (without.has(formatPath(inner))) continue;
      to[key] = convert(value, field, inner);
    }
    for (const key of Object.keys(from)) {
      if (!outputs.has(`${name}.${key}`)) unsaid.push([...at, key]);
    }
    return name === "Resource" ? resource(to, at) : to;
  }

  function convert(value: unknown, { shape: of }: ShapeField, at: Path) {
    if (!of) return value;
    return Array.isArray(value)
      ? value.map((item, index) => struct(item as Values, of, [...at, index]))
      : struct(value as Values, of, at);
  }
}
