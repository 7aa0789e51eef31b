import type { Path } from "../path";
import { addAll, type Entry } from "../report";
import type { Values } from "../struct/decode";
import type { Shape } from "../struct/shape";

/** A rule of a spec: takes a decoded struct and its path, answers with what is wrong. */
export type Rule = (value: never, at: Path) => readonly Entry[];

/** The rules of a spec, by name of the struct they look at. */
export type Rules = Readonly<Record<string, Rule>>;

/** Shows every struct of a document to its rule. */
export function validate(root: Shape, value: Values, rules: Rules): Entry[] {
  const report: Entry[] = [];
  look(root, value, []);
  return report;

  function look(shape: Shape, values: Values, at: Path): void {
    const rule = rules[shape.name];
    if (rule) addAll(report, rule(values as never, at));
    for (const key in values) {
      const inner = shape.fields.get(key)?.shape;
      if (!inner) continue;
      const value = values[key];
      if (Array.isArray(value)) {
        value.forEach((item: Values, index) =>
          look(inner, item, [...at, key, index]),
        );
      } else {
        look(inner, value as Values, [...at, key]);
      }
    }
  }
}
